"""Headings that say what stands below them."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from citekit.model.document import Block, BlockKind
from citekit.model.spans import Markup
from citekit.text.data import load_table

# "Appendix E.", "5.", "IV -", "A)" and the like before the words of a heading.
_NUMBERING = re.compile(
    r"^(?:(?:appendix|anhang|annexe?|chapter|section|part)\s+)?"
    r"(?:[0-9]+(?:\.[0-9]+)*|[ivxlc]+|[a-z])?\s*[.):–—-]*\s+(?=\S)",
    re.IGNORECASE,
)
_LONGEST_HEADING = 60
_PAGE_NUMBERS = re.compile(r"(?<![^\s|–—-])\d{1,3}(?![^\s|–—-])")


class Section(StrEnum):
    """What the blocks below a heading are; the values are the tables of ``headings.toml``."""

    BIBLIOGRAPHY = "bibliography"
    NOTES = "notes"
    DIVISIONS = "divisions"


@cache
def _names(section: Section) -> frozenset[str]:
    table = load_table("citekit.finder", "headings")[section.value]
    if not isinstance(table, Mapping):
        return frozenset()
    return frozenset(name for names in table.values() for name in names)


def is_heading_of(block: Block, section: Section) -> bool:
    """Whether ``block`` is a heading that announces ``section``.

    A short paragraph counts as a heading too: text made by converters loses the marks.
    """
    text = block.text.text.strip()
    if not text or len(text) > _LONGEST_HEADING or not _may_head(block):
        return False
    bare = " ".join(text.casefold().split()).strip(" .:*_#–—-")
    names = _names(section)
    return bare in names or _NUMBERING.sub("", bare, count=1).strip(" .:") in names


def is_heading(block: Block) -> bool:
    """Whether ``block`` is a heading, or a short line set wholly in bold, which serves as one."""
    if block.kind is BlockKind.HEADING:
        return True
    text = block.text.text
    return (
        block.kind is BlockKind.PARAGRAPH
        and 0 < len(text) <= _LONGEST_HEADING
        and not text.rstrip().endswith((",", ";"))
        and any(run.end - run.start >= len(text.strip()) for run in block.text.runs_of(Markup.BOLD))
    )


def is_running_head(block: Block) -> bool:
    """Whether ``block`` is what stands at the edge of a page: its number, with or without a head.

    "68", "BIBLIOGRAPHY 69": within a bibliography they neither end it nor belong to an entry.
    """
    text = block.text.text.strip()
    if not text or len(text) > _LONGEST_HEADING or not _may_head(block):
        return False
    words = _PAGE_NUMBERS.sub(" ", text).casefold().split()
    return words != text.casefold().split() and (
        not words or " ".join(words).strip(" .:*_#–—-") in _names(Section.BIBLIOGRAPHY)
    )


def _may_head(block: Block) -> bool:
    return block.kind in {BlockKind.HEADING, BlockKind.PARAGRAPH}
