"""The notes and entries of the seed paper come apart into the fields that they print."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

import pytest
from gold_data import data_folder

from citekit.fields.dates import parse_date
from citekit.fields.names import parse_names
from citekit.fields.page_ranges import parse_pages
from citekit.model.citation import CitationKind, Cite, Passage
from citekit.model.reference import Literal, Name, Reference
from citekit.model.spans import TracedText, join_traced
from citekit.model.variables import DateVariable, NameVariable, NumberVariable, TextVariable
from citekit.readers.reading import read_bytes
from citekit.refparser.parsing import parse_passage
from citekit.text.folding import fold, strip_markup

KINDS = {CitationKind.FOOTNOTE.value, CitationKind.BIBLIOGRAPHY_ENTRY.value}
# The gold's names of the fields, by the variables that may hold them: what is printed does not
# always tell a publisher from its place, or the number of a volume from that of an issue.
TEXTS = {
    "title": (TextVariable.TITLE,),
    "container": (TextVariable.CONTAINER_TITLE,),
    "publisher": (TextVariable.PUBLISHER, TextVariable.PUBLISHER_PLACE),
    "place": (TextVariable.PUBLISHER_PLACE, TextVariable.EVENT_PLACE, TextVariable.ARCHIVE_PLACE),
    "series": (TextVariable.COLLECTION_TITLE,),
    "database": (TextVariable.SOURCE, TextVariable.ARCHIVE),
    "genre": (TextVariable.GENRE,),
    "url": (TextVariable.URL,),
}
NUMBERS = {
    "volume": (NumberVariable.VOLUME,),
    "issue": (NumberVariable.ISSUE, NumberVariable.VOLUME),
    "chapter": (NumberVariable.CHAPTER_NUMBER,),
}
DATES = {"date": DateVariable.ISSUED, "accessed": DateVariable.ACCESSED}
NAMES = {"author": NameVariable.AUTHOR, "editor": NameVariable.EDITOR}
# The share of the fields that must be right.
LEAST = 0.97


@dataclass(frozen=True, slots=True)
class Miss:
    """A field that was not read as it is printed."""

    note: str
    field: str
    printed: str
    read: str


def _persons(names: tuple[Name, ...]) -> set[tuple[str, str]]:
    return {
        (fold(name.text), "")
        if isinstance(name, Literal)
        else (fold(f"{name.non_dropping_particle} {name.family}"), fold(name.given))
        for name in names
    }


def _expected_names(value: object) -> set[tuple[str, str]]:
    printed = value if isinstance(value, list) else [value]
    return {person for one in printed for person in _persons(parse_names(str(one)))}


def _found(reference: Reference, field: str) -> str:
    if field in TEXTS:
        found = [fold(strip_markup(reference.text(variable))) for variable in TEXTS[field]]
    elif field in NUMBERS:
        found = [reference.numbers.get(variable, "") for variable in NUMBERS[field]]
    elif field in DATES:
        return repr(reference.dates.get(DATES[field]))
    else:
        return repr(sorted(_persons(reference.names.get(NAMES[field], ()))))
    return " | ".join(found)


def _is_right(reference: Reference, field: str, printed: object) -> bool:
    if field in NAMES:
        return _persons(reference.names.get(NAMES[field], ())) == _expected_names(printed)
    text = str(printed)
    if field in DATES:
        return reference.dates.get(DATES[field]) == parse_date(text)
    if field in TEXTS:
        return fold(strip_markup(text)) in _found(reference, field).split(" | ")
    return text.rpartition(" ")[2] in _found(reference, field).split(" | ")


def _from_markdown(raw: str) -> TracedText:
    """The text of a note as a document holds it, with its italics and raised ordinals known."""
    return join_traced(
        [block.text for block in read_bytes(raw.encode(), "note.md").document.blocks]
    )


def _from_text(raw: str) -> TracedText:
    """The text of a note as it is copied from a page, without italics."""
    return TracedText.of(re.sub(r"</?sup>|\*", "", raw))


def _misses(
    citation: Mapping[str, object], read: Callable[[str], TracedText]
) -> Iterator[Miss | None]:
    """One for each field and locator of a note or entry, ``None`` where it is right."""
    note, raw = str(citation["id"]), str(citation["raw"])
    passage = Passage(CitationKind(str(citation["kind"])), read(raw))
    (cite, *_) = (*parse_passage(passage), Cite(Reference()))
    reference = cite.target if isinstance(cite.target, Reference) else Reference()
    for field, printed in cast("Mapping[str, object]", citation["printed"]).items():
        if field in {*TEXTS, *NUMBERS, *DATES, *NAMES}:
            right = _is_right(reference, field, printed)
            yield None if right else Miss(note, field, str(printed), _found(reference, field))
    for item in cast("list[Mapping[str, str | None]]", citation["items"]):
        locator = item["locator"] or ""
        page = reference.numbers.get(NumberVariable.PAGE, "")
        if locator and parse_pages(locator) not in {cite.locator, page}:
            yield Miss(note, "locator", locator, f"{cite.locator} | {page}")
        elif locator:
            yield None


@pytest.mark.parametrize("read", [_from_markdown, _from_text])
def test_printed_fields_are_read(read: Callable[[str], TracedText]) -> None:
    gold = json.loads((data_folder("gold") / "citations.json").read_text("utf-8"))
    printed = [one for one in gold["citations"] if one["kind"] in KINDS]
    fields = [miss for citation in printed for miss in _misses(citation, read)]
    wrong = [miss for miss in fields if miss is not None]
    assert len(fields) > 300
    share = 1 - len(wrong) / len(fields)
    assert share >= LEAST, "\n".join([f"{share:.1%} of {len(fields)}", *map(str, wrong)])
