"""References, citations and cases as the tables under ``tests/cases/resolver`` write them."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from citekit.model.citation import Citation, CitationKind, Cite, Passage, ShortForm, ShortFormKind
from citekit.model.reference import (
    CitationKey,
    Date,
    Literal,
    Name,
    PersonalName,
    Reference,
    single_date,
)
from citekit.model.spans import Origin, Span, TracedText
from citekit.model.variables import (
    DateVariable,
    ItemType,
    NameVariable,
    NumberVariable,
    TextVariable,
    Variable,
)

CASES = Path(__file__).parents[2] / "cases" / "resolver"

_TEXTS = {
    "title": TextVariable.TITLE,
    "container": TextVariable.CONTAINER_TITLE,
    "publisher": TextVariable.PUBLISHER,
    "place": TextVariable.PUBLISHER_PLACE,
    "series": TextVariable.COLLECTION_TITLE,
    "reviewed": TextVariable.REVIEWED_TITLE,
    "url": TextVariable.URL,
    "doi": TextVariable.DOI,
    "isbn": TextVariable.ISBN,
    "archive": TextVariable.ARCHIVE,
    "shelfmark": TextVariable.ARCHIVE_LOCATION,
}
_NUMBERS = {
    "volume": NumberVariable.VOLUME,
    "issue": NumberVariable.ISSUE,
    "page": NumberVariable.PAGE,
    "edition": NumberVariable.EDITION,
    "number": NumberVariable.NUMBER,
    "chapter": NumberVariable.CHAPTER_NUMBER,
}
_NAMES = {"author": NameVariable.AUTHOR, "editor": NameVariable.EDITOR}


def cases(name: str) -> list[dict[str, Any]]:
    """The rows under ``[[case]]`` of the table called ``name``."""
    rows = tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))["case"]
    return list(rows)


def name_of(text: str) -> Name:
    """The name written as "Family, Given", as "=Body", or as a family name alone."""
    if text.startswith("="):
        return Literal(text[1:])
    family, _, given = text.partition(", ")
    return PersonalName(family, given)


def reference(row: Mapping[str, Any], *, origin: Origin | None = None) -> Reference:
    """The reference that a row describes; every value was read at ``origin``, if there is one."""
    texts = {variable: row[name] for name, variable in _TEXTS.items() if name in row}
    numbers = {variable: str(row[name]) for name, variable in _NUMBERS.items() if name in row}
    names = {
        variable: tuple(name_of(text) for text in row[name])
        for name, variable in _NAMES.items()
        if name in row
    }
    dates = _dates(row)
    variables: tuple[Variable, ...] = (*texts, *numbers, *names, *dates)
    return Reference(
        key=CitationKey(row.get("key", "")),
        type=ItemType(row.get("type", "document")),
        texts=texts,
        numbers=numbers,
        dates=dates,
        names=names,
        origins=dict.fromkeys(variables, (origin,)) if origin else {},
    )


def _dates(row: Mapping[str, Any]) -> dict[DateVariable, Date]:
    if "date" in row:
        return {DateVariable.ISSUED: Literal(row["date"])}
    if "year" not in row:
        return {}
    parts = [row.get(part, 0) for part in ("month", "day", "season")]
    return {DateVariable.ISSUED: single_date(row["year"], *parts)}


def citations(rows: Sequence[Mapping[str, Any]]) -> tuple[Citation, ...]:
    """Citations, one a row: ``cite`` is a reference, ``short`` a short form, ``cites`` several."""
    found = []
    for number, row in enumerate(rows):
        text = row.get("text", f"passage {number}")
        start = 1000 * number
        targets = row.get("cites", [row] if "cite" in row or "short" in row else [])
        path = row.get("path", "paper.txt")
        found.append(
            Citation(
                id=f"c{number}",
                path=path,
                passage=Passage(
                    CitationKind(row.get("kind", "footnote")),
                    TracedText.of(text, at=start),
                    marker=str(row.get("marker", number + 1)),
                    thread=row.get("thread", ""),
                ),
                cites=tuple(
                    _cite(target, Origin(path, start, start + len(text))) for target in targets
                ),
            )
        )
    return tuple(found)


def _cite(row: Mapping[str, Any], origin: Origin) -> Cite:
    locator = str(row.get("locator", ""))
    label = "page" if locator else ""
    if "cite" in row:
        return Cite(reference(row["cite"], origin=origin), locator=locator, label=label)
    return Cite(short_form(row["short"]), locator=locator, label=label, span=Span(0, 0))


def short_form(row: Mapping[str, Any]) -> ShortForm:
    """The short form that a row describes."""
    return ShortForm(
        ShortFormKind(row["kind"]),
        authors=tuple(row.get("authors", ())),
        title=row.get("title", ""),
        year=str(row.get("year", "")),
        note=str(row.get("note", "")),
        draft=reference(row["draft"]) if "draft" in row else None,
    )
