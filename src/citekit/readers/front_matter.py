"""The YAML block at the top of a Markdown file, as far as it describes the document."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from citekit.fields.dates import parse_date
from citekit.fields.names import parse_name
from citekit.model.reference import DateRange, Reference
from citekit.model.spans import Origin, Span
from citekit.model.variables import DateVariable, ItemType, NameVariable, TextVariable, Variable

_BLOCK = re.compile(
    r"\s{0,100}---[ \t]*(?:\r\n|\r|\n)(.{0,20000}?)(?:\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)",
    re.DOTALL,
)
_LINE = re.compile(r"[^\r\n]+")
_KEY = re.compile(r"([A-Za-z][\w-]{0,40})[ \t]*:(?:[ \t]+|$)")
_ITEM = re.compile(r"[ \t]*-[ \t]+(?:name[ \t]*:[ \t]*)?|[ \t]+(?:name)[ \t]*:[ \t]*")
_LISTED = re.compile(r"""\s*("[^"]*"|'[^']*'|[^,]+)""")
_TEXTS = {
    "title": TextVariable.TITLE,
    "lang": TextVariable.LANGUAGE,
    "language": TextVariable.LANGUAGE,
    "doi": TextVariable.DOI,
    "url": TextVariable.URL,
    "publisher": TextVariable.PUBLISHER,
    "journal": TextVariable.CONTAINER_TITLE,
}
_AUTHORS = frozenset({"author", "authors"})
_QUOTES = "\"'"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the block says of the document; ``end`` is where the text after it begins."""

    end: int
    metadata: Reference


@dataclass(frozen=True, slots=True)
class _Value:
    text: str
    span: Span


def read_front_matter(text: str, path: str) -> FrontMatter | None:
    """The metadata block that ``text`` begins with, None without one.

    Plain keys with a value, a list in brackets, or items below them are read, which is what
    converters write; what is nested deeper is passed over. Source: pandoc's manual, "Extension:
    yaml_metadata_block".
    """
    match = _BLOCK.match(text)
    if match is None:
        return None
    values = _values(text, match.start(1), match.end(1))
    return FrontMatter(match.end(), _reference(values, path)) if values else None


def _values(text: str, start: int, end: int) -> Mapping[str, tuple[_Value, ...]]:
    """The values of each key, in order; none where a line is neither a key nor below one."""
    found: dict[str, tuple[_Value, ...]] = {}
    key = ""
    for line in _LINE.finditer(text, start, end):
        match = _KEY.match(text, line.start(), line.end())
        item = _ITEM.match(text, line.start(), line.end())
        if match:
            key = match[1].lower()
            found[key] = tuple(_listed(text, match.end(), line.end()))
        elif item and key:
            value = _value(text, item.end(), line.end())
            found[key] = (
                (*found[key], value) if value.text and ": " not in value.text else found[key]
            )
        elif not key and not line.group().lstrip().startswith("#"):
            return {}
    return found


def _listed(text: str, start: int, end: int) -> Iterator[_Value]:
    whole = _value(text, start, end)
    if not (whole.text.startswith("[") and whole.text.endswith("]")):
        if whole.text not in {"", "|", ">", "|-", ">-"}:
            yield whole
        return
    for match in _LISTED.finditer(text, whole.span.start + 1, whole.span.end - 1):
        yield _value(text, match.start(1), match.end(1))


def _value(text: str, start: int, end: int) -> _Value:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end - start > 1 and text[start] in _QUOTES and text[end - 1] == text[start]:
        start, end = start + 1, end - 1
    return _Value(text[start:end], Span(start, end))


def _reference(values: Mapping[str, tuple[_Value, ...]], path: str) -> Reference:
    origins: dict[Variable, tuple[Origin, ...]] = {}
    texts = {}
    for key, variable in _TEXTS.items():
        if values.get(key):
            texts[variable] = values[key][0].text
            origins[variable] = _origins(values[key][:1], path)
    names = {}
    for key in sorted(_AUTHORS & values.keys()):
        if values[key]:
            names[NameVariable.AUTHOR] = tuple(parse_name(value.text) for value in values[key])
            origins[NameVariable.AUTHOR] = _origins(values[key], path)
    dates = {}
    date = parse_date(values["date"][0].text) if values.get("date") else None
    if isinstance(date, DateRange):
        dates[DateVariable.ISSUED] = date
        origins[DateVariable.ISSUED] = _origins(values["date"][:1], path)
    return Reference(type=ItemType.DOCUMENT, texts=texts, names=names, dates=dates, origins=origins)


def _origins(values: tuple[_Value, ...], path: str) -> tuple[Origin, ...]:
    return tuple(Origin(path, value.span.start, value.span.end) for value in values)
