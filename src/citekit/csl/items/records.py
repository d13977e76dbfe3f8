"""Records of CSL-JSON as items."""

import re
from collections.abc import Mapping

from citekit.csl.item import Item, Name
from citekit.csl.items.dates import find_season_text, read_date
from citekit.csl.items.names import read_names
from citekit.csl.items.note_variables import lift_note_variables
from citekit.csl.items.values import read_text
from citekit.fields.csl_vocabulary import current_variable, find_item_type
from citekit.model.reference import Date
from citekit.model.variables import VARIABLES, DateVariable, NameVariable

_NO_VARIABLES = frozenset({"id", "type", "custom", "citation-key"})
_DATE_KEYS = frozenset({"date-parts", "edtf", "raw"})
_PAGE_WORD = re.compile(r"^\s*pp?\.?\s*(?=\d)", re.IGNORECASE)
_FIRST_PAGE = re.compile(r"\s*(?:&|, |-|–|—)\s*")
_LONGEST_PAGES = 1000
_TWINS = (("event-title", "event"), ("event", "event-title"))


def complete_texts(texts: dict[str, str]) -> None:
    """Add what follows from other variables: ``page-first``, both names of ``event-title``."""
    page = texts.get("page")
    if page and len(page) < _LONGEST_PAGES:
        # "pp. 3-5" brings the word that the style prints; a style has the last word on it.
        page = texts["page"] = _PAGE_WORD.sub("", page, count=1)
    if page and len(page) < _LONGEST_PAGES and "page-first" not in texts:
        first = _FIRST_PAGE.split(page, maxsplit=1)[0]
        texts["page-first"] = page if not first or first.endswith("\\") else first
    for given, twin in _TWINS:
        if given in texts:
            texts.setdefault(twin, texts[given])


def _is_date(key: str, value: object) -> bool:
    if key in VARIABLES:
        return isinstance(VARIABLES[key], DateVariable)
    return isinstance(value, Mapping) and not _DATE_KEYS.isdisjoint(value)


def _is_names(key: str, value: object) -> bool:
    if key in VARIABLES:
        return isinstance(VARIABLES[key], NameVariable)
    return (
        isinstance(value, list | tuple)
        and bool(value)
        and all(isinstance(one, Mapping) for one in value)
    )


def _read_id(record: Mapping[str, object]) -> str:
    return (read_text(record.get("id")) or read_text(record.get("citation-key"))).strip()


def read_item(record: Mapping[str, object]) -> Item:
    """The item that a record of CSL-JSON gives; whatever the record holds, no error is raised.

    Older and foreign names of variables and types are understood, unknown ones kept as they are.
    ``event`` and ``event-title`` both answer, and ``page-first`` where there is a ``page``. A
    season in words stands as text in ``<date variable>-season``. Variables written into the note
    are lifted out of it. Values that do not fit their variable (an object where text is due) are
    left out, as are empty ones.

    Source: CSL 1.0.2, appendices III and IV; the JSON schema csl-data.json.
    """
    texts: dict[str, str] = {}
    names: dict[str, tuple[Name, ...]] = {}
    dates: dict[str, Date] = {}
    record = lift_note_variables(record)
    for key, value in record.items():
        variable = current_variable(key)
        if key in _NO_VARIABLES or value is None or (variable != key and record.get(variable)):
            continue
        if _is_names(variable, value):
            if listed := read_names(value):
                names[variable] = listed
        elif _is_date(variable, value):
            date = read_date(value)
            if date is not None:
                dates[variable] = date
            if season := find_season_text(value):
                texts[f"{variable}-season"] = season
        elif text := read_text(value).strip():
            texts[variable] = text
    complete_texts(texts)
    kind = read_text(record.get("type")).strip()
    item_type = find_item_type(kind)
    return Item(_read_id(record), item_type.value if item_type else kind, texts, names, dates)
