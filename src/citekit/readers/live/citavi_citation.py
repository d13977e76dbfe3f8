"""Citations of Citavi: JSON in Base64, in the field inside a content control."""

import json
import re
from collections.abc import Iterator, Mapping

from citekit.model.live_citation import LiveCite
from citekit.readers.live.csl_citation import parse_base64_json
from citekit.readers.live.vocabulary import vocabulary

_PAGES = re.compile(r"<os>(.*?)</os>", re.DOTALL)
_YEAR = re.compile(r"\d{4}")
_IN_A_BOOK = frozenset({"chapter"})
# An object in the JSON stands once, and is then referred to by its number.
_MOST_OBJECTS = 100_000

Objects = Mapping[str, Mapping[str, object]]


def read_citavi_citation(text: str) -> tuple[LiveCite, ...]:
    """The cites of ``ADDIN CitaviPlaceholder{…}``, those with the data of their work."""
    placeholder = parse_base64_json(text.partition("{")[2].rpartition("}")[0])
    if placeholder is None:
        return ()
    objects = _objects(placeholder)
    entries = placeholder.get("Entries")
    return tuple(_cites(entries, objects)) if isinstance(entries, list) else ()


def _objects(root: object) -> Objects:
    """The objects that carry a number, by it."""
    found: dict[str, Mapping[str, object]] = {}
    waiting = [root]
    for _ in range(_MOST_OBJECTS):
        if not waiting:
            break
        value = waiting.pop()
        if isinstance(value, dict):
            if isinstance(value.get("$id"), str):
                found[value["$id"]] = value
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
    return found


def _object(value: object, objects: Objects) -> Mapping[str, object]:
    if not isinstance(value, dict):
        return {}
    number = value.get("$ref")
    return objects.get(number, {}) if isinstance(number, str) else value


def _cites(entries: list[object], objects: Objects) -> Iterator[LiveCite]:
    for value in entries:
        entry = _object(value, objects)
        reference = _object(entry.get("Reference"), objects)
        if not reference:
            continue
        locator = _pages(entry.get("PageRange"))
        key = _string(reference.get("BibTeXKey")) or _string(reference.get("CitationKey"))
        yield LiveCite(
            json.dumps(_item(reference, objects), ensure_ascii=False),
            key="" if any(map(str.isspace, key)) else key,
            locator=locator,
            label="page" if locator else "",
            prefix=_string(entry.get("Prefix")),
            suffix=_string(entry.get("Suffix")),
        )


def _item(reference: Mapping[str, object], objects: Objects) -> Mapping[str, object]:
    words = vocabulary("citavi")
    kind = words.types.get(_string(reference.get("ReferenceType")), "document")
    item: dict[str, object] = {"type": kind}
    for variable, properties in words.variables.items():
        item[variable] = next(filter(None, (_string(reference.get(p)) for p in properties)), "")
    subtitle = _string(reference.get("Subtitle"))
    if subtitle:
        item["title"] = f"{item['title']}: {subtitle}"
    for role, variable in words.names.items():
        item[variable] = list(_names(reference.get(role), objects))
    item["page"] = _pages(reference.get("PageRange"))
    item["container-title"] = _string(_object(reference.get("Periodical"), objects).get("Name"))
    publishers = reference.get("Publishers")
    if isinstance(publishers, list) and publishers:
        item["publisher"] = _string(_object(publishers[0], objects).get("Name"))
    year = _YEAR.search(_string(reference.get("Year")) or _string(reference.get("Date")))
    if year:
        item["issued"] = {"date-parts": [[int(year.group())]]}
    parent = _object(reference.get("ParentReference"), objects)
    if parent and parent is not reference and kind in _IN_A_BOOK:
        _inherit(item, _item({**parent, "ParentReference": None}, objects))
    return {name: value for name, value in item.items() if value}


def _inherit(item: dict[str, object], parent: Mapping[str, object]) -> None:
    """Complete a contribution with what its book says."""
    item["container-title"] = parent.get("title", "")
    for name in ("editor", "publisher", "publisher-place", "issued", "volume", "ISBN", "edition"):
        if not item.get(name) and parent.get(name):
            item[name] = parent[name]


def _names(value: object, objects: Objects) -> Iterator[Mapping[str, str]]:
    for part in value if isinstance(value, list) else ():
        person = _object(part, objects)
        given = " ".join(
            filter(None, (_string(person.get("FirstName")), _string(person.get("MiddleName"))))
        )
        family = " ".join(
            filter(None, (_string(person.get("Prefix")), _string(person.get("LastName"))))
        )
        if family and given:
            yield {"family": family, "given": given}
        elif family or given:
            yield {"literal": family or given}


def _pages(value: object) -> str:
    """A range of pages, which Citavi keeps as an object or as XML."""
    if isinstance(value, dict):
        value = value.get("OriginalString", value.get("PrettyString", ""))
    text = _string(value)
    match = _PAGES.search(text)
    return (match[1] if match else text if "<" not in text else "").strip().replace("–", "-")


def _string(value: object) -> str:
    if isinstance(value, bool):
        return ""
    return str(value).strip() if isinstance(value, str | int | float) else ""
