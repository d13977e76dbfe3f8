"""Notes as they are printed on pages: below a rule or in a list, headed by their number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from citekit.finder.continuation import continues
from citekit.finder.headings import Section, is_heading, is_heading_of
from citekit.finder.note_marks import (
    HeadedText,
    NoteMark,
    leading_marker,
    lost_marks_in,
    marks_in,
)
from citekit.model.citation import CitationKind, Passage
from citekit.model.document import Block, BlockKind, Document, Zone
from citekit.model.spans import TracedText, join_traced

# The longest run of blocks between a rule and the first note of its page that is still taken
# for the torn rest of a note.
_LONGEST_TAIL = 3
_NUMBERED = re.compile(r"\s*[\[(]?(\d{1,4})[\])]?[.:)]?\s+(?=\S)")
_FEWEST_NUMBERED = 3
_PAGE_NUMBER = re.compile(r"[-–—\s]*\d{1,4}[-–—\s]*")
_OPEN_ADDRESS = re.compile(r"<https?://[^\s<>]*$")
_REST_OF_ADDRESS = re.compile(r"[^\s<>]+>")
# A torn piece is a line or two of small print.
_LONGEST_FRAGMENT = 200


@dataclass(frozen=True, slots=True)
class PrintedNotes:
    """The notes of a document in the order of their first pieces, and the blocks they fill."""

    passages: tuple[Passage, ...] = ()
    blocks: frozenset[int] = frozenset()


@dataclass(slots=True)
class _Draft:
    """A note being put together."""

    marker: str
    block: int
    parts: list[TracedText]
    kind: CitationKind


def find_printed_notes(document: Document) -> PrintedNotes:
    """The notes printed among the blocks of ``document``, torn ones joined again.

    A note is headed by its number in raised type or, where the text has lost that, by a plain
    number in a section of notes, in a file that is nothing but notes, or below the text that
    calls it by that number. The rest of a note
    that a page break tore off stands above the first note of a later page, without a number.
    """
    blocks = document.blocks
    heads = _raised_heads(blocks) or _plain_heads(blocks)
    marks_of = marks_in if heads else lost_marks_in
    heads = heads or _called_heads(blocks)
    if not heads:
        return PrintedNotes()
    drafts, used = _collect(blocks, heads)
    marks = [
        mark
        for index, block in enumerate(blocks)
        if index not in used and block.zone is Zone.ARTICLE
        for mark in marks_of(block, index)
    ]
    return PrintedNotes(_with_marks(drafts, marks), frozenset(used))


def _raised_heads(blocks: Sequence[Block]) -> dict[int, HeadedText]:
    found = ((index, leading_marker(block)) for index, block in enumerate(blocks))
    return {index: head for index, head in found if head is not None}


def _plain_heads(blocks: Sequence[Block]) -> dict[int, HeadedText]:
    start = next((i for i, b in enumerate(blocks) if is_heading_of(b, Section.NOTES)), -1)
    numbered = _rising(blocks, start + 1)
    textual = sum(1 for block in blocks[start + 1 :] if block.text.text.strip())
    enough = len(numbered) >= _FEWEST_NUMBERED
    return numbered if enough and (start >= 0 or 2 * len(numbered) > textual) else {}


def _called_heads(blocks: Sequence[Block]) -> dict[int, HeadedText]:
    """Blocks that begin with a number which the text above them calls, if most calls have one."""
    heads: dict[int, HeadedText] = {}
    waiting: set[str] = set()
    calls = 0
    for index, block in enumerate(blocks):
        if is_heading_of(block, Section.BIBLIOGRAPHY):
            break
        match = None if is_heading(block) else _NUMBERED.match(block.text.text)
        if match and match.group(1) in waiting:
            waiting.remove(match.group(1))
            rest = block.text.slice(match.end(), len(block.text.text))
            heads[index] = HeadedText(match.group(1), rest.strip())
            continue
        called = {mark.marker for mark in lost_marks_in(block, index)}
        waiting |= called
        calls += len(called)
    return heads if len(heads) >= _FEWEST_NUMBERED and 2 * len(heads) > calls else {}


def _rising(blocks: Sequence[Block], start: int) -> dict[int, HeadedText]:
    """Blocks from ``start`` on that begin with a number greater than the one before.

    Numbers start again below another heading of notes, and below a chapter's within them.
    """
    heads: dict[int, HeadedText] = {}
    last = strangers = 0
    headed = False
    for index in range(start, len(blocks)):
        block = blocks[index]
        if is_heading_of(block, Section.BIBLIOGRAPHY):
            break
        if is_heading_of(block, Section.NOTES):
            last = 0
        match = _NUMBERED.match(block.text.text)
        number = int(match.group(1)) if match else 0
        again = number == 1 and headed and strangers <= 1
        # A number far above the last is a year or a page that begins a line.
        if match and (last < number <= last + 20 or again):
            last, strangers, headed = number, 0, False
            rest = block.text.slice(match.end(), len(block.text.text))
            heads[index] = HeadedText(match.group(1), rest.strip())
        elif is_heading(block):
            headed = True
        else:
            strangers += bool(block.text.text.strip())
    return heads


def _collect(
    blocks: Sequence[Block], heads: dict[int, HeadedText]
) -> tuple[list[_Draft], set[int]]:
    drafts: list[_Draft] = []
    used: set[int] = set()
    in_notes_section = False
    for index, block in enumerate(blocks):
        if is_heading(block) or is_heading_of(block, Section.NOTES):
            in_notes_section = is_heading_of(block, Section.NOTES)
        head = heads.get(index)
        if head is None:
            continue
        if drafts:
            tail = _tail(blocks, index, heads, drafts[-1])
            _add_fragments(blocks, drafts[-1], range(drafts[-1].block, tail.start or index), used)
            for place in tail:
                drafts[-1].parts.append(blocks[place].text)
                used.add(place)
        kind = CitationKind.ENDNOTE if in_notes_section else CitationKind.FOOTNOTE
        drafts.append(_Draft(head.marker, index, [head.text], kind))
        used.add(index)
    if drafts:
        _add_fragments(blocks, drafts[-1], range(drafts[-1].block, len(blocks)), used)
    return drafts, used


def _tail(blocks: Sequence[Block], head: int, heads: dict[int, HeadedText], note: _Draft) -> range:
    """The blocks right above the note at ``head`` that go on where ``note`` broke off."""
    start = head
    while (
        start > note.block + 1 and head - start < _LONGEST_TAIL and _may_be_tail(blocks[start - 1])
    ):
        start -= 1
    below_rule = start > note.block + 1 and blocks[start - 1].kind is BlockKind.RULE
    between = range(start, head)
    if not between:
        return between
    paged = any(_PAGE_NUMBER.fullmatch(blocks[i].text.text) for i in between[:-1])
    if start == note.block + 1 and not paged:
        # Nothing parts the two notes: what stands between them belongs to the first.
        return between if not _calls(blocks, between, heads[head].marker) else range(0)
    if below_rule:
        return between
    last = range(head - 1, head)
    return last if continues(_printed(note), blocks[head - 1].text.text) else range(0)


def _may_be_tail(block: Block) -> bool:
    return block.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION}


def _calls(blocks: Sequence[Block], indices: range, marker: str) -> bool:
    """Whether one of the blocks calls the note ``marker``, which makes it running text."""
    return any(
        mark.marker == marker
        for index in indices
        for mark in marks_in(blocks[index], index) or lost_marks_in(blocks[index], index)
    )


def _add_fragments(blocks: Sequence[Block], note: _Draft, within: range, used: set[int]) -> None:
    """Adds to ``note`` its fragments below the rules of later pages without notes of their own."""
    for index in within:
        if blocks[index].kind is not BlockKind.RULE or index + 1 not in within:
            continue
        fragment = blocks[index + 1]
        short = len(fragment.text.text) < _LONGEST_FRAGMENT
        if index + 1 in used or not (_may_be_tail(fragment) and short):
            return
        if not continues(_printed(note), fragment.text.text):
            return
        note.parts.append(fragment.text)
        used.add(index + 1)


def _printed(note: _Draft) -> str:
    return " ".join(part.text for part in note.parts)


def _whole(parts: Sequence[TracedText]) -> TracedText:
    """The pieces of a note as one text; an address that a page break tore is made whole."""
    whole = parts[0]
    for part in parts[1:]:
        torn = _OPEN_ADDRESS.search(whole.text) and _REST_OF_ADDRESS.match(part.text)
        whole = join_traced((whole, part), "" if torn else " ")
    return whole


def _with_marks(drafts: Sequence[_Draft], marks: Sequence[NoteMark]) -> tuple[Passage, ...]:
    """The notes as passages, each with the first mark of its number not yet taken.

    Numbers may start again on every page or in every chapter, so marks are taken in order.
    """
    waiting: dict[str, list[NoteMark]] = {}
    for mark in reversed(marks):
        waiting.setdefault(mark.marker, []).append(mark)
    passages = []
    for draft in drafts:
        passage = Passage(draft.kind, _whole(draft.parts), draft.marker)
        if waiting.get(draft.marker):
            passage = replace(passage, mark=waiting[draft.marker].pop().span)
        passages.append(passage)
    return tuple(passages)
