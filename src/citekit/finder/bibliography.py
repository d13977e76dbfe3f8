"""Bibliography sections: where they begin and end, and the entries they hold."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from citekit.finder.continuation import continues, is_complete
from citekit.finder.entries import looks_like_entry, split_lines, starts_like_entry
from citekit.finder.headings import Section, is_heading, is_heading_of, is_running_head
from citekit.model.citation import CitationKind, Passage
from citekit.model.diagnostic import Diagnostic, Severity
from citekit.model.document import Block, BlockKind, Document, Zone
from citekit.model.spans import Span, TracedText, join_traced

# "[12]", "12." or "(12)" before an entry; the number is the entry's marker.
_NUMBER = re.compile(r"\s*(?:\[(\w{1,12}\+?)\]|\((\d{1,4})\)|(\d{1,4})[.)])\s+(?=\S)")
# So many blocks in a row that cannot be entries end a section that no heading ends.
_STRANGERS = 3
_APPENDIX = re.compile(
    r"(?:appendix|annex|anhang|annexe|apéndice|appendice)\s(?:[A-Z]|[IVX]+|\d+)\b", re.IGNORECASE
)
_LONGEST_HEADING = 60
# So many entries are a bibliography without a heading, if this share of all begins as one.
_FEWEST_UNHEADED, _NEARLY_ALL = 4, 0.75
# So many blocks below a heading show whether it divides the section.
_LONGEST_DIVISION = 200


@dataclass(frozen=True, slots=True)
class FoundBibliography:
    """The entries of all bibliography sections in order, and the blocks the sections fill."""

    passages: tuple[Passage, ...] = ()
    blocks: frozenset[int] = frozenset()
    diagnostics: tuple[Diagnostic, ...] = ()


def find_bibliography(document: Document, taken: frozenset[int] = frozenset()) -> FoundBibliography:
    """The entries below every bibliography heading of ``document``, torn ones joined again.

    ``taken`` are blocks that belong to notes and to nothing else. A block of a section that
    does not look like an entry is reported, not dropped.
    """
    passages: list[Passage] = []
    used: set[int] = set()
    diagnostics: list[Diagnostic] = []
    for start, end in _sections(document.blocks):
        inside = [i for i in range(start, end) if i not in taken]
        used.update(inside)
        for text in _entries(document, [document.blocks[i] for i in inside]):
            passage = entry_passage(text)
            if looks_like_entry(text):
                passages.append(passage)
            else:
                diagnostics.append(_no_entry(document.path, passage.text))
    return FoundBibliography(tuple(passages), frozenset(used), tuple(diagnostics))


def _sections(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """Half-open ranges of block indices that stand below a bibliography heading."""
    ranges: list[tuple[int, int]] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if block.zone is Zone.ARTICLE and is_heading_of(block, Section.BIBLIOGRAPHY):
            end = _section_end(blocks, index)
            if any(looks_like_entry(b.text) for b in blocks[index + 1 : end]):
                ranges.append((index + 1, end))
                index = end
                continue
        index += 1
    return ranges or _unheaded(blocks)


def _unheaded(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """The entries that end a document without a heading above them, if nearly all begin as such."""
    start = len(blocks)
    while start > 0 and _may_be_listed(blocks[start - 1]):
        start -= 1
    while start < len(blocks) and not starts_like_entry(blocks[start].text.text):
        start += 1
    begun = sum(starts_like_entry(block.text.text) for block in blocks[start:])
    enough = begun >= _FEWEST_UNHEADED and begun > _NEARLY_ALL * (len(blocks) - start)
    return [(start, len(blocks))] if enough else []


def _may_be_listed(block: Block) -> bool:
    return (
        block.kind is BlockKind.PARAGRAPH
        and block.zone is Zone.ARTICLE
        and not is_heading(block)
        and looks_like_entry(block.text)
    )


def _section_end(blocks: Sequence[Block], head: int) -> int:
    level = blocks[head].level
    strangers = 0
    for index in range(head + 1, len(blocks)):
        block = blocks[index]
        if is_running_head(block):
            continue
        if is_heading(block) and not looks_like_entry(block.text):
            division = is_heading_of(block, Section.DIVISIONS)
            deeper = block.kind is BlockKind.HEADING and block.level > level > 0
            if not division and not (deeper and _entries_follow(blocks, index, level)):
                return index
        elif _is_appendix(block):
            return index
        elif block.kind is BlockKind.PARAGRAPH and not looks_like_entry(block.text):
            strangers += not continues(blocks[index - 1].text.text, block.text.text)
            if strangers >= _STRANGERS:
                return index - _STRANGERS + 1
        elif block.kind is not BlockKind.RULE:
            strangers = 0
    return len(blocks)


def _is_appendix(block: Block) -> bool:
    """Whether ``block`` is the heading of what comes after a bibliography, set as plain text."""
    text = block.text.text
    return len(text) <= _LONGEST_HEADING and _APPENDIX.match(text) is not None


def _entries_follow(blocks: Sequence[Block], head: int, level: int) -> bool:
    """Whether most of what stands below ``head``, up to a heading of ``level``, are entries."""
    entries = others = 0
    for block in blocks[head + 1 : head + 1 + _LONGEST_DIVISION]:
        if block.kind is BlockKind.HEADING:
            if block.level <= level:
                break
        elif block.text.text.strip():
            is_entry = looks_like_entry(block.text)
            entries += is_entry
            others += not is_entry
    return entries > others


def _entries(document: Document, blocks: Sequence[Block]) -> list[TracedText]:
    """The texts of the entries: blocks divided where they hold several, joined where torn."""
    entries: list[TracedText] = []
    for block in blocks:
        if block.kind in {BlockKind.RULE, BlockKind.CODE} or block.zone is Zone.NAVIGATION:
            continue
        if is_running_head(block):
            continue
        if not block.text.text.strip():
            continue
        if is_heading(block) and not looks_like_entry(block.text):
            continue
        for text in split_lines(document.text, block.text):
            if entries and _is_rest(entries[-1], text):
                entries[-1] = join_traced((entries[-1], text))
            else:
                entries.append(text)
    return entries


def _is_rest(entry: TracedText, text: TracedText) -> bool:
    if looks_like_entry(text) and is_complete(entry.text):
        return False
    return continues(entry.text, text.text) and not (
        looks_like_entry(text) and looks_like_entry(entry)
    )


def entry_passage(text: TracedText) -> Passage:
    """The entry that ``text`` is, its printed number as the marker."""
    match = _NUMBER.match(text.text)
    if match is None:
        return Passage(CitationKind.BIBLIOGRAPHY_ENTRY, text)
    marker = next(group for group in match.groups() if group)
    rest = text.slice(match.end(), len(text.text))
    return Passage(CitationKind.BIBLIOGRAPHY_ENTRY, rest, marker)


def _no_entry(path: str, text: TracedText) -> Diagnostic:
    return Diagnostic(
        code="no-entry",
        severity=Severity.INFO,
        message=f"in the bibliography, but no entry: '{text.text[:60]}'",
        hint="Move it out of the section, or add author, title and year.",
        path=path,
        span=Span(text.start, text.end),
    )
