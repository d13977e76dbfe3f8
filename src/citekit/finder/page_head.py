"""The lines at the top of a page or paper, above its text."""

import re
from dataclasses import dataclass

from citekit.finder.cues import cue_words, folded
from citekit.finder.lines import printed_lines
from citekit.finder.prose import LONGEST_BLOCK, count_words, is_sentence, link_density
from citekit.model.document import Block, BlockKind, Document, Zone
from citekit.model.spans import Markup, TracedText

_MOST_LINES = 80
_PROSE_WORDS = 25
_ANNOTATED_WORDS = 6
_MOSTLY = 0.9
_HARDLY_LINKS = 0.5
_LONGEST_LINE = 400
_NUMBERING = re.compile(r"^(?:\d+(?:\.\d+)*|[ivxlc]+)[.):]?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line above the text: ``level`` is that of a heading, 0 for other lines.

    ``bold`` is true for a line set wholly in bold or italics.
    """

    text: TracedText
    level: int
    bold: bool

    @property
    def folded(self) -> str:
        """The words of the line in lower case."""
        return folded(self.text.text).strip(" :*_#")


def head_lines(document: Document) -> tuple[HeadLine, ...]:
    """The lines of ``document`` from its beginning to its first paragraph of prose, in order.

    Navigation and comments are passed over; the heading with which the text of a paper begins
    ("Abstract", "1. Introduction") ends them as well.
    """
    found: list[HeadLine] = []
    for block in document.blocks:
        if len(found) >= _MOST_LINES:
            break
        if block.zone is not Zone.ARTICLE or block.kind in {BlockKind.CODE, BlockKind.TABLE}:
            continue
        if found and (_opens_text(block) or _is_prose(block)):
            break
        found += _lines(block, document.text)
    return tuple(found)


def _lines(block: Block, source: str) -> list[HeadLine]:
    if len(block.text.text) > LONGEST_BLOCK:
        return []
    level = block.level if block.kind is BlockKind.HEADING else 0
    return [
        HeadLine(line, level, _is_all_marked(line))
        for line in printed_lines(block, source)
        if len(line.text) <= _LONGEST_LINE
    ]


def _is_prose(block: Block) -> bool:
    text = block.text.text
    if block.kind is BlockKind.HEADING:
        return False
    if _is_annotated(block.text) and count_words(text[:LONGEST_BLOCK]) >= _ANNOTATED_WORDS:
        return True
    return (
        count_words(text[:LONGEST_BLOCK]) >= _PROSE_WORDS
        and is_sentence(text)
        and link_density(block.text) < _HARDLY_LINKS
    )


def _is_annotated(text: TracedText) -> bool:
    """Whether a note is called within ``text``, which names at the top of a page do not do."""
    return any(
        text.text[run.start : run.end].strip().isdigit() and text.text[run.end :].strip(' .”"’)')
        for run in text.runs_of(Markup.SUPERSCRIPT)
    )


def _opens_text(block: Block) -> bool:
    words = folded(block.text.text[:_LONGEST_LINE]).strip(" .:*_#")
    return _NUMBERING.sub("", words, count=1) in cue_words("page", "openings")


def _is_all_marked(line: TracedText) -> bool:
    length = len(line.text)
    for markup in (Markup.BOLD, Markup.ITALIC):
        marked = sum(run.end - run.start for run in line.runs_of(markup))
        if length and marked >= _MOSTLY * length:
            return True
    return False
