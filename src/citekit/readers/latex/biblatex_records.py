r"""The records of the list that biber makes for biblatex (``.bbl``), as items of CSL-JSON.

Source: the manual of biblatex, "The bbl Format"; the types and fields by its section "Data Model".
"""

import json
import re
from collections.abc import Iterator, Mapping

from citekit.readers.latex.symbols import plain_text
from citekit.readers.latex.syntax import Arguments, pair_braces
from citekit.text.data import load_mapping

_ENTRY = re.compile(r"\\entry\{([^{}]{1,300})\}\{([a-z]{1,30})\}")
_END = "\\endentry"
_PART = re.compile(r"\\(?P<what>name|list|field|strng|verb|range)\{(?P<name>[a-z]+)\}")
_PERSON = re.compile(r"\{\{[^{}]*\}\{")
_NAME_PART = re.compile(r"(?<![a-z])(family|given|prefix|suffix)=(?=\{)")
_VERB = re.compile(r"\s*\\verb (\S+)")
_DATE = ("year", "month", "day")
_LONGEST = 200_000


def read_records(text: str) -> Mapping[str, str]:
    """The items of ``text`` by key, each a JSON object."""
    items: dict[str, str] = {}
    at = 0
    while match := _ENTRY.search(text, at):
        end = text.find(_END, match.end())
        at = end if end >= 0 else len(text)
        held = text[match.end() : min(at, match.end() + _LONGEST)]
        item = _item(held, match[2])
        if len(item) > 1:
            items.setdefault(match[1], json.dumps(item, ensure_ascii=False))
    return items


def _item(text: str, kind: str) -> Mapping[str, object]:
    arguments = Arguments(text, pair_braces(text))
    types = load_mapping("citekit.readers.latex", "biblatex", "types")
    variables = load_mapping("citekit.readers.latex", "biblatex", "variables")
    names = load_mapping("citekit.readers.latex", "biblatex", "names")
    item: dict[str, object] = {"type": types.get(kind, "document")}
    values = dict(_values(arguments))
    for match in _PART.finditer(text):
        if match["what"] == "name" and match["name"] in names:
            item.setdefault(names[match["name"]], list(_people(arguments, match.end())))
    for name, value in values.items():
        if name in variables and value:
            item.setdefault(variables[name], value)
    if values.get("subtitle") and "title" in item:
        item["title"] = f"{item['title']}: {values['subtitle']}"
    date = [int(values[part]) for part in _DATE if values.get(part, "").isdecimal()]
    if date:
        item["issued"] = {"date-parts": [date]}
    return item


def _values(arguments: Arguments) -> Iterator[tuple[str, str]]:
    """The names of fields and lists with what they hold."""
    for match in _PART.finditer(arguments.text):
        first = arguments.group(match.end())
        verb = _VERB.match(arguments.text, match.end())
        if match["what"] == "verb" and verb:
            yield match["name"], verb[1]
        elif match["what"] in {"list", "field"} and first:
            held = arguments.group(first.after) if match["what"] == "list" else first
            if held:
                yield match["name"], plain_text(arguments.text[held.start : held.end])


def _people(arguments: Arguments, at: int) -> Iterator[Mapping[str, str]]:
    count = arguments.group(at)
    options = arguments.group(count.after) if count else None
    people = arguments.group(options.after) if options else None
    if people is None:
        return
    position = people.start
    while person := _PERSON.search(arguments.text, position, people.end):
        whole = arguments.group(person.start())
        if whole is None:
            return
        parts = {}
        for part in _NAME_PART.finditer(arguments.text, person.end(), whole.end):
            value = arguments.group(part.end())
            if value:
                parts[part[1]] = plain_text(arguments.text[value.start : value.end])
        if "prefix" in parts:
            parts["non-dropping-particle"] = parts.pop("prefix")
        if parts:
            yield parts if len(parts) > 1 else {"literal": next(iter(parts.values()))}
        position = whole.after
