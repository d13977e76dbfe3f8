"""The lists of works of a draft: which works each one holds, and where it stands."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from citekit.csl.item import Item
from citekit.drafts.draft import BibliographyPlace, Draft
from citekit.drafts.reading_order import PlacedCitation
from citekit.model.spans import Span

_DEFAULT_LEVEL = "1"


@dataclass(frozen=True, slots=True)
class WorkList:
    """A place with the keys of the works that are listed there."""

    place: BibliographyPlace
    keys: frozenset[str]


def work_lists(
    draft: Draft,
    placed: Sequence[PlacedCitation],
    items: Mapping[str, Item],
    named: Mapping[str, frozenset[str]],
) -> tuple[WorkList, ...]:
    """The lists that the draft asks for.

    ``items`` are the works that are cited or in ``nocite``, ``named`` the keys of the files of
    each named list. Without a place in the draft there is one list at the end.
    """
    places = [*draft.places, *_at_section_ends(draft)]
    if not places and draft.has_list_at_end:
        places = [_at_end(draft)]
    return tuple(WorkList(place, _keys(place, draft, placed, items, named)) for place in places)


def _keys(
    place: BibliographyPlace,
    draft: Draft,
    placed: Sequence[PlacedCitation],
    items: Mapping[str, Item],
    named: Mapping[str, frozenset[str]],
) -> frozenset[str]:
    keys = frozenset(items)
    if place.name and place.name in named:
        keys &= named[place.name]
    level = place.filters.get("section", "")
    if place.name and place.name not in named and not place.filters:
        level = _DEFAULT_LEVEL
    if level:
        section = _section(draft, place.span.start, int(level) if level.isdecimal() else 1)
        keys &= frozenset(_cited_in(section, placed))
    return frozenset(key for key in keys if _fits(items[key], place.filters))


def _fits(item: Item, filters: Mapping[str, str]) -> bool:
    """Whether ``item`` has one of the types and of the keywords wanted, and none unwanted."""
    keywords = {word.strip().casefold() for word in _keywords(item) if word.strip()}
    tests = (
        ("type", {item.type}),
        ("keyword", keywords),
    )
    for name, values in tests:
        wanted = {word.casefold() for word in _words(filters.get(name, ""))}
        unwanted = {word.casefold() for word in _words(filters.get(f"not-{name}", ""))}
        if (wanted and not wanted & values) or unwanted & values:
            return False
    return True


def _keywords(item: Item) -> Iterable[str]:
    return item.texts.get("keyword", "").replace(";", ",").split(",")


def _words(value: str) -> Iterable[str]:
    """The alternatives of a filter: parted by commas, or by blanks where there is none."""
    return [word.strip() for word in (value.split(",") if "," in value else value.split())]


def _section(draft: Draft, at: int, level: int) -> Span:
    """The section of ``level`` or above around ``at``; the whole draft where there is none."""
    start, end = 0, len(draft.text)
    for heading in draft.headings:
        if heading.level > level:
            continue
        if heading.start <= at:
            start = heading.start
        else:
            end = heading.start
            break
    return Span(start, end)


def _cited_in(section: Span, placed: Iterable[PlacedCitation]) -> Iterator[str]:
    for one in placed:
        at = one.note.called_at if one.note else one.citation.span.start
        if section.start <= at < section.end:
            yield from (cite.key for cite in one.citation.cites)


def _at_section_ends(draft: Draft) -> Iterator[BibliographyPlace]:
    """A place at the end of each section of the level that ``section-refs-level`` names."""
    level = draft.metadata.section_level
    if not level:
        return
    for heading in draft.headings:
        section = _section(draft, heading.start, level)
        if heading.level != level or any(
            section.start <= place.span.start <= section.end for place in draft.places
        ):
            continue
        end = section.start + len(draft.text[section.start : section.end].rstrip())
        yield BibliographyPlace(
            Span(end, end),
            before="\n\n",
            filters={"section": str(level)},
            title=draft.metadata.section_title,
            level=level + 1,
        )


def _at_end(draft: Draft) -> BibliographyPlace:
    """The end of the draft, with a title unless it ends in a heading of its own."""
    last = draft.headings[-1] if draft.headings else None
    ends_in_heading = last is not None and len(draft.text[last.start :].strip().splitlines()) == 1
    title = "" if ends_in_heading else draft.metadata.section_title
    return BibliographyPlace(Span(len(draft.text), len(draft.text)), title=title)
