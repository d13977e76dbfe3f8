"""Word's own sources: the list that a document carries, and the fields that cite from it.

Source: ECMA-376, part 1, sections 17.16.5.8 (CITATION) and 22.6 (bibliography).
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from lxml import etree

from citekit.model.live_citation import LiveCite
from citekit.readers.archive.xml_members import local_name, text_of
from citekit.readers.live.csl_dates import csl_date
from citekit.readers.live.vocabulary import vocabulary

_ARGUMENT = re.compile(r'"((?:[^"\\]|\\.)*)"|(\\[A-Za-z])|(\S+)')


def find_sources(root: etree._Element) -> Mapping[str, LiveCite]:
    """The sources of a ``Sources`` element by their tags, none for any other element."""
    if local_name(root) != "Sources":
        return {}
    sources: dict[str, LiveCite] = {}
    for source in root:
        values = {local_name(part): part for part in source}
        tag = text_of(values.get("Tag"))
        if tag:
            item = json.dumps(_item(values), ensure_ascii=False)
            sources[tag] = LiveCite(item, key="" if any(map(str.isspace, tag)) else tag)
    return sources


def read_word_citation(instruction: str, sources: Mapping[str, LiveCite]) -> tuple[LiveCite, ...]:
    r"""The cites of ``CITATION tag \p 12 \m other``, those whose source the document has."""
    words = [quoted or switch or word for quoted, switch, word in _ARGUMENT.findall(instruction)]
    tags: list[dict[str, str]] = []
    before = "\\m"
    for word in words[1:]:
        if word.startswith("\\"):
            before = word
            continue
        if before == "\\m":
            tags.append({"tag": word})
        elif tags:
            tags[-1][before] = word
        before = ""
    return tuple(_located(sources[tag["tag"]], tag) for tag in tags if tag["tag"] in sources)


def _located(source: LiveCite, switches: Mapping[str, str]) -> LiveCite:
    page = switches.get("\\p", "")
    volume = switches.get("\\v", "")
    label = "page" if page else "volume" if volume else ""
    return replace(
        source,
        locator=page or volume,
        label=label,
        prefix=switches.get("\\f", "").strip(),
        suffix=switches.get("\\s", "").strip(),
    )


def _item(values: Mapping[str, etree._Element]) -> Mapping[str, object]:
    words = vocabulary("word_sources")
    item: dict[str, object] = {
        "type": words.types.get(text_of(values.get("SourceType")), "document")
    }
    for variable, elements in words.variables.items():
        found = next((text for name in elements if (text := text_of(values.get(name)))), "")
        if found:
            item[variable] = found
    number = text_of(values.get("StandardNumber"))
    if number:
        digits = sum(map(str.isdigit, number))
        item["ISSN" if digits in {7, 8} else "ISBN"] = number
    for variable, ending in (("issued", ""), ("accessed", "Accessed")):
        parts = [text_of(values.get(name + ending)) for name in ("Year", "Month", "Day")]
        if parts[0]:
            item[variable] = csl_date(*parts)
    roles = values.get("Author")
    for role in roles if roles is not None else ():
        variable = words.names.get(local_name(role), "")
        names = list(_names(role))
        if variable and names:
            item.setdefault(variable, names)
    return item


def _names(role: etree._Element) -> Iterator[Mapping[str, str]]:
    for part in role.iter():
        name = local_name(part)
        if name == "Corporate" and text_of(part):
            yield {"literal": text_of(part)}
        elif name == "Person":
            values = {local_name(value): text_of(value) for value in part}
            given = " ".join(filter(None, (values.get("First"), values.get("Middle"))))
            last = values.get("Last", "")
            if last or given:
                yield (
                    {"family": last, "given": given}
                    if last and given
                    else {"literal": last or given}
                )
