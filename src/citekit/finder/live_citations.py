"""The places where a reference manager cites: in the text, in notes, and in the list it prints."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from citekit.finder.bibliography import entry_passage
from citekit.finder.headings import Section, is_heading_of
from citekit.model.citation import CitationKind, Passage
from citekit.model.document import Block, Document
from citekit.model.live_citation import LiveCitation
from citekit.model.spans import TracedText


@dataclass(frozen=True, slots=True)
class FoundLiveCitations:
    """What the format of a document itself shows to cite.

    ``passages`` are the live citations in the text and the entries of printed lists, which fill
    ``blocks``; ``by_note`` holds the live citations in notes by the labels of these.
    """

    passages: tuple[Passage, ...] = ()
    blocks: frozenset[int] = frozenset()
    by_note: Mapping[str, tuple[LiveCitation, ...]] = field(default_factory=dict)


def find_live_citations(document: Document) -> FoundLiveCitations:
    """The live citations of ``document`` where they stand, and the blocks marked as entries."""
    entries = [i for i, block in enumerate(document.blocks) if _is_entry(block)]
    notes = sorted((note.text.start, note.text.end, note.label) for note in document.notes)
    starts = [start for start, _, _ in notes]
    described = {live.text.start: live for live in document.live_citations}
    passages = [_entry(document.blocks[i].text, described) for i in entries]
    in_entries = {document.blocks[i].text.start for i in entries}
    by_note: dict[str, list[LiveCitation]] = {}
    for live in document.live_citations:
        index = bisect_right(starts, live.text.start) - 1
        if live.text.start in in_entries:
            continue
        if index >= 0 and live.text.start < notes[index][1]:
            by_note.setdefault(notes[index][2], []).append(live)
        else:
            passages.append(Passage(CitationKind.RUNNING_TEXT, live.text, live=(live,)))
    held = {label: tuple(lives) for label, lives in by_note.items()}
    return FoundLiveCitations(tuple(passages), frozenset(entries), held)


def _is_entry(block: Block) -> bool:
    """Whether ``block`` is marked as an entry, and is not the heading that a program prints."""
    marked = block.listed and bool(block.text.text)
    return marked and not is_heading_of(block, Section.BIBLIOGRAPHY)


def _entry(text: TracedText, described: Mapping[int, LiveCitation]) -> Passage:
    """The entry of a list, with what the format says of its work."""
    live = described.get(text.start)
    return replace(entry_passage(text), live=(live,) if live is not None else ())
