"""What live citations cite: the works whose data the document holds, with the user's own keys."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from citekit.errors import ReadError
from citekit.formats.csl_json_reader import from_csl
from citekit.formats.endnote_xml_reader import read as read_endnote
from citekit.model.citation import CitationKind, Cite, Passage
from citekit.model.live_citation import ItemNotation, LiveCitation, LiveCite
from citekit.model.reference import CitationKey, DateRange, PersonalName, Reference
from citekit.model.spans import Origin, Span
from citekit.model.variables import DateVariable, NameVariable
from citekit.pipeline.xml_items import read_xml_item
from citekit.refparser.parsing import parse_passage, parse_passages
from citekit.text.folding import fold

_EDGES = " \t\r\n.,;:()[]"
# With fewer words a stretch of a note beside a live citation names no work.
_FEWEST_WORDS = 3
# A shorter title stands in entries of other works too.
_SHORTEST_TITLE = 8
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class LiveItems:
    """The works that the live citations of a document hold, each read once."""

    _read: dict[tuple[ItemNotation, str], Reference | None] = field(default_factory=dict)

    def reference(self, cite: LiveCite) -> Reference | None:
        """The work of ``cite`` with the user's key, ``None`` where there are no data.

        Another work may have that key too: see ``live_keys``.
        """
        held = cite.notation, cite.item
        if held not in self._read:
            self._read[held] = _read_item(cite)
        reference = self._read[held]
        if reference is None:
            return None
        return replace(reference, key=CitationKey(cite.key))


@dataclass(frozen=True, slots=True)
class CitedWork:
    """A work that is cited live, with its title folded for comparison."""

    reference: Reference
    title: str


def all_cites_of(
    passages: Sequence[Passage],
    path: str,
    items: LiveItems,
    known: Sequence[CitedWork] = (),
    *,
    is_marked: bool = False,
) -> Iterator[tuple[Cite, ...]]:
    """What ``cites_of`` gives for each passage; those without live citations are read together."""
    plain = [i for i, passage in enumerate(passages) if _is_printed(passage, is_marked=is_marked)]
    parsed = parse_passages([passages[i] for i in plain], path=path)
    printed = dict(zip(plain, parsed, strict=True))
    for i, passage in enumerate(passages):
        yield cites_of(passage, path, items, known, is_marked=is_marked, printed=printed.get(i))


def _is_printed(passage: Passage, *, is_marked: bool) -> bool:
    """Whether all that the passage cites is to be read from what it prints."""
    is_entry = passage.kind is CitationKind.BIBLIOGRAPHY_ENTRY
    return not passage.live and (is_entry or not is_marked)


def cites_of(
    passage: Passage,
    path: str,
    items: LiveItems,
    known: Sequence[CitedWork] = (),
    *,
    is_marked: bool = False,
    printed: tuple[Cite, ...] | None = None,
) -> tuple[Cite, ...]:
    """The works that ``passage`` cites: those of its live citations, and what else it prints.

    What a program printed is not parsed; an entry of a list is the work of ``known``, those that
    the document cites live, whose title it holds. ``printed`` is what the parser gave for the
    passage, where it was asked before. Where ``is_marked`` says that the document marks
    whatever it cites, the rest of a note cites nothing.
    """
    if passage.kind is CitationKind.BIBLIOGRAPHY_ENTRY and passage.live:
        described = tuple(_entry_cites(passage, path, items))
        return described or parse_passage(passage, path=path)
    if passage.kind is CitationKind.BIBLIOGRAPHY_ENTRY:
        work = _work_in(passage.text.text, known)
        if work is not None:
            places = Span(passage.text.start, passage.text.end)
            span = Span(0, len(passage.text.text))
            return (Cite(_placed(work, path, places), span=span),)
    if not passage.live:
        if not _is_printed(passage, is_marked=is_marked):
            return ()
        return parse_passage(passage, path=path) if printed is None else printed
    if passage.kind is CitationKind.RUNNING_TEXT:
        whole = Span(0, len(passage.text.text))
        return tuple(_live_cites(passage.live[0], whole, path, items))
    return _note_cites(passage, path, items, is_marked=is_marked)


def works_cited(citations: Sequence[LiveCitation], items: LiveItems) -> tuple[CitedWork, ...]:
    """The works of ``citations`` with a title that can be told, each once."""
    cites = {(cite.notation, cite.item): cite for live in citations for cite in live.cites}
    works = (items.reference(cite) for cite in cites.values())
    titled = (CitedWork(work, fold(work.title)) for work in works if work is not None)
    return tuple(work for work in titled if len(work.title) >= _SHORTEST_TITLE)


def _read_item(cite: LiveCite) -> Reference | None:
    if cite.notation is ItemNotation.CSL_JSON:
        try:
            item = json.loads(cite.item)
        except (ValueError, RecursionError):
            return None
        reference = from_csl(item) if isinstance(item, dict) else None
    elif cite.notation in {ItemNotation.JATS, ItemNotation.TEI}:
        reference = read_xml_item(cite.notation, cite.item)
    else:
        try:
            found = read_endnote(f"<xml><records>{cite.item}</records></xml>", "").references
        except ReadError:
            return None
        reference = found[0] if found else None
    return reference if reference is not None and reference.variables else None


def _entry_cites(passage: Passage, path: str, items: LiveItems) -> Iterator[Cite]:
    """The works that the format itself describes in an entry."""
    for live in passage.live:
        yield from _live_cites(live, Span(0, len(passage.text.text)), path, items)


def _note_cites(
    passage: Passage, path: str, items: LiveItems, *, is_marked: bool
) -> tuple[Cite, ...]:
    cites: list[Cite] = []
    position, before = 0, ""
    for live in passage.live:
        start = passage.text.position_of(live.text.start)
        last = passage.text.position_of(live.text.end - 1)
        if start < position or last < start:
            continue
        before = _add_gap(passage, Span(position, start), path, None if is_marked else cites)
        found = list(_live_cites(live, Span(start, last + 1), path, items))
        if found and before:
            found[0] = replace(found[0], prefix=f"{before} {found[0].prefix}".strip())
        cites += found
        position = last + 1
    end = Span(position, len(passage.text.text))
    rest = _add_gap(passage, end, path, None if is_marked else cites)
    if rest and cites:
        cites[-1] = replace(cites[-1], suffix=f"{cites[-1].suffix} {rest}".strip())
    return tuple(cites)


def _add_gap(passage: Passage, gap: Span, path: str, cites: list[Cite] | None) -> str:
    """Add what the stretch between two live citations cites; its words if it cites nothing.

    Without ``cites`` it is known to cite nothing.
    """
    text = passage.text.slice(gap.start, gap.end)
    if cites is not None and len(_WORD.findall(text.text)) >= _FEWEST_WORDS:
        found = parse_passage(Passage(passage.kind, text, passage.marker), path=path)
        for cite in found:
            span = Span(cite.span.start + gap.start, cite.span.end + gap.start)
            cites.append(replace(cite, span=span))
        if found:
            return ""
    return text.text.strip(_EDGES)


def _live_cites(live: LiveCitation, span: Span, path: str, items: LiveItems) -> Iterator[Cite]:
    for cite in live.cites:
        reference = items.reference(cite)
        if reference is not None:
            yield Cite(
                _placed(reference, path, Span(live.text.start, live.text.end)),
                locator=cite.locator,
                label=cite.label,
                prefix=cite.prefix,
                suffix=cite.suffix,
                span=span,
            )


def _placed(reference: Reference, path: str, place: Span) -> Reference:
    """``reference`` read at ``place``."""
    origins = (Origin(path, place.start, place.end),)
    return replace(reference, origins=dict.fromkeys(reference.variables, origins))


def _work_in(entry: str, works: Sequence[CitedWork]) -> Reference | None:
    """The work of ``works`` that ``entry`` prints: its title stands there, with name or year."""
    text = f" {fold(entry)} "
    held = [
        work
        for work in works
        if f" {work.title} " in text and _is_by_it(work.reference, text, entry)
    ]
    return max(held, key=lambda work: len(work.title)).reference if held else None


def _is_by_it(work: Reference, text: str, entry: str) -> bool:
    names = [name for variable in NameVariable for name in work.name_list(variable)]
    families = {fold(n.family) for n in names if isinstance(n, PersonalName)} - {""}
    issued = work.dates.get(DateVariable.ISSUED)
    year = str(issued.start.year) if isinstance(issued, DateRange) else ""
    return any(f" {family} " in text for family in families) or bool(year and year in entry)
