"""References from CSL-JSON, as it is found in the wild."""

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from citekit.errors import ReadError
from citekit.fields.csl_dates import date_from_csl
from citekit.fields.csl_vocabulary import current_variable, find_item_type
from citekit.formats.findings import FormatCode, finding
from citekit.formats.results import ReadResult
from citekit.model.reference import CitationKey, Date, Literal, Name, PersonalName, Reference
from citekit.model.spans import Origin
from citekit.model.variables import (
    VARIABLES,
    DateVariable,
    ItemType,
    NameVariable,
    NumberVariable,
    TextVariable,
    Variable,
)

if TYPE_CHECKING:
    from citekit.model.diagnostic import Diagnostic

# An origin is a path, a start and an end.
_ORIGIN_LENGTH = 3


def _text_of(value: object) -> str:
    """Text of any JSON value: a number as digits, a list (as in Crossref's titles) joined."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return ", ".join(filter(None, (_text_of(part) for part in value)))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def name_from_csl(value: object) -> Name | None:
    """The name that a CSL-JSON value gives, ``None`` for an empty one.

    A bare string, and a name with an ``isInstitution`` flag, is a ``Literal``; a given name that
    stands alone is taken for the family name.
    """
    if isinstance(value, str):
        return Literal(value) if value.strip() else None
    if not isinstance(value, dict):
        return None
    parts = {name: _text_of(part) for name, part in value.items()}
    literal = parts.get("literal") or parts.get("name", "")
    family, given = parts.get("family", ""), parts.get("given", "")
    if literal and not family:
        return Literal(literal)
    if parts.get("isInstitution", "") in {"1", "true"} and not given:
        return Literal(family) if family else None
    if not family:
        family, given = given, ""
    particles = parts.get("dropping-particle", ""), parts.get("non-dropping-particle", "")
    suffix = parts.get("suffix", "")
    if not (family or suffix or any(particles)):
        return None
    return PersonalName(family, given, *particles, suffix)


def _names_of(value: object) -> tuple[Name, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(name for name in map(name_from_csl, values) if name is not None)


def _item_type(value: object) -> ItemType | None:
    return find_item_type(_text_of(value))


def _citekit_part(item: Mapping[str, object]) -> Mapping[str, object]:
    custom = item.get("custom")
    part = custom.get("citekit") if isinstance(custom, dict) else None
    return part if isinstance(part, dict) else {}


def _table(part: Mapping[str, object], name: str) -> Mapping[str, object]:
    table = part.get(name)
    return table if isinstance(table, dict) else {}


def _origins(part: Mapping[str, object]) -> Iterator[tuple[Variable, tuple[Origin, ...]]]:
    for name, rows in _table(part, "origins").items():
        places = tuple(
            Origin(str(row[0]), row[1], row[2])
            for row in (rows if isinstance(rows, list) else ())
            if isinstance(row, list)
            and len(row) == _ORIGIN_LENGTH
            and isinstance(row[1], int)
            and isinstance(row[2], int)
        )
        if name in VARIABLES and places:
            yield VARIABLES[name], places


def _extra(item: Mapping[str, object], part: Mapping[str, object]) -> dict[str, str]:
    known = {"id", "type", "custom", "citation-key"}
    extra = {
        name: _text_of(value)
        for name, value in item.items()
        if name not in known and current_variable(name) not in VARIABLES
    }
    custom = item.get("custom")
    if isinstance(custom, dict):
        others = {name: value for name, value in custom.items() if name != "citekit"}
        if others:
            extra["custom"] = _text_of(others)
    extra.update({name: _text_of(value) for name, value in _table(part, "extra").items()})
    return extra


def from_csl(item: Mapping[str, object]) -> Reference:
    """The reference that a CSL-JSON item gives.

    An unknown type becomes ``document``; keys that are no variable are kept in ``extra`` as
    text. Older spellings of types and variables are understood.
    """
    texts: dict[TextVariable, str] = {}
    numbers: dict[NumberVariable, str] = {}
    dates: dict[DateVariable, Date] = {}
    names: dict[NameVariable, tuple[Name, ...]] = {}
    for key, value in item.items():
        current = current_variable(key)
        variable = VARIABLES.get(current)
        if variable is None or (current != key and current in item):
            continue
        match variable:
            case TextVariable():
                texts[variable] = _text_of(value)
            case NumberVariable():
                numbers[variable] = _text_of(value)
            case DateVariable():
                date = date_from_csl(value)
                if date is not None:
                    dates[variable] = date
            case NameVariable():
                names[variable] = _names_of(value)
    part = _citekit_part(item)
    other_keys = part.get("aliases")
    return Reference(
        key=CitationKey(_text_of(item.get("id", item.get("citation-key"))).strip()),
        type=_item_type(item.get("type")) or ItemType.DOCUMENT,
        texts={variable: text for variable, text in texts.items() if text.strip()},
        numbers={variable: text for variable, text in numbers.items() if text.strip()},
        dates=dates,
        names={variable: listed for variable, listed in names.items() if listed},
        origins=dict(_origins(part)),
        confidence={
            VARIABLES[name]: float(value)
            for name, value in _table(part, "confidence").items()
            if name in VARIABLES and isinstance(value, int | float)
        },
        aliases=tuple(
            CitationKey(str(key)) for key in (other_keys if isinstance(other_keys, list) else ())
        ),
        extra=_extra(item, part),
    )


def load_json(text: str, path: str) -> object:
    """The value of a JSON text.

    Raises:
        ReadError: the text is no JSON.
    """
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise ReadError(f"{path}:{error.lineno}:{error.colno}: no JSON: {error.msg}") from error
    except (ValueError, RecursionError) as error:
        raise ReadError(f"{path}: JSON too deep, or with a number too long") from error


def read_items(items: object, path: str) -> ReadResult:
    """The references of a list of CSL-JSON items; what is no item is reported and left out."""
    references: list[Reference] = []
    diagnostics: list[Diagnostic] = []
    for place, item in enumerate(items if isinstance(items, list) else [items], start=1):
        if not isinstance(item, dict):
            message = f"item {place} is no object"
            diagnostics.append(finding(FormatCode.SYNTAX, message, path=path))
            continue
        if _item_type(item.get("type")) is None:
            message = f"item {place} has the unknown type {_text_of(item.get('type'))!r}"
            diagnostics.append(
                finding(FormatCode.UNKNOWN_TYPE, message, path=path, hint="Read as 'document'.")
            )
        references.append(from_csl(item))
    return ReadResult(tuple(references), tuple(diagnostics))


def read(text: str, path: str) -> ReadResult:
    """The references of a CSL-JSON file: an array, one item, or ``{"items": […]}``.

    Raises:
        ReadError: the text is no JSON.
    """
    value = load_json(text, path)
    if isinstance(value, dict):
        for name in ("items", "references"):
            if isinstance(value.get(name), list):
                return read_items(value[name], path)
    return read_items(value, path)
