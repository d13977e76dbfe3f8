"""The sources of OpenDocument, which stand with all their data in every mark that cites them.

Source: OpenDocument 1.3, part 3, section 7.6.2 (text:bibliography-mark).
"""

import json
from collections.abc import Iterator, Mapping

from citekit.fields.names import parse_names
from citekit.model.live_citation import LiveCite
from citekit.model.reference import Literal, PersonalName
from citekit.readers.live.csl_dates import csl_date
from citekit.readers.live.vocabulary import vocabulary


def read_odf_source(attributes: Mapping[str, str]) -> LiveCite | None:
    """The cite of a mark with ``attributes``, by their local names; ``None`` without any data."""
    words = vocabulary("odf_sources")
    item: dict[str, object] = {}
    for variable, names in words.variables.items():
        value = next((attributes[name] for name in names if attributes.get(name)), "")
        if value:
            item[variable] = value
    for name, variable in words.names.items():
        people = list(_people(attributes.get(name, "")))
        if people:
            item[variable] = people
    if attributes.get("year"):
        item["issued"] = csl_date(attributes["year"], attributes.get("month", ""))
    if not item:
        return None
    item["type"] = words.types.get(attributes.get("bibliography-type", ""), "document")
    key = attributes.get("identifier", "").strip()
    return LiveCite(
        json.dumps(item, ensure_ascii=False), key="" if any(map(str.isspace, key)) else key
    )


def _people(text: str) -> Iterator[Mapping[str, str]]:
    for name in parse_names(text.replace(";", " and ")) if text.strip() else ():
        match name:
            case Literal(literal):
                yield {"literal": literal}
            case PersonalName():
                parts = {
                    "family": name.family,
                    "given": name.given,
                    "non-dropping-particle": name.non_dropping_particle,
                    "dropping-particle": name.dropping_particle,
                    "suffix": name.suffix,
                }
                yield {part: value for part, value in parts.items() if value}
