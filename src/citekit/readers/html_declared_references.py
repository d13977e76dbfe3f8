"""The references that a page declares in its head, one meta element each.

Source: the tags of HighWire Press as Google Scholar reads them (``citation_reference``): pairs
such as ``citation_title=…;citation_author=…``, or a reference in plain text.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from citekit.fields.names import parse_names
from citekit.model.document import Block, BlockKind
from citekit.model.live_citation import LiveCitation, LiveCite
from citekit.model.reference import Literal, PersonalName
from citekit.model.spans import Span, TracedText
from citekit.readers.html_elements import Element
from citekit.readers.html_page import HtmlPage
from citekit.readers.tracing import TracedBuilder

_NAME = "citation_reference"
_PAIR = re.compile(r"(?:^|;)\s*citation_(\w{1,40})\s*=\s*")
_TEXTS = {
    "title": "title",
    "journal_title": "container-title",
    "conference_title": "container-title",
    "conference": "container-title",
    "inbook_title": "container-title",
    "book_title": "container-title",
    "journal_abbrev": "container-title-short",
    "publisher": "publisher",
    "technical_report_institution": "publisher",
    "dissertation_institution": "publisher",
    "volume": "volume",
    "issue": "issue",
    "doi": "DOI",
    "issn": "ISSN",
    "isbn": "ISBN",
    "pmid": "PMID",
    "pages": "page",
    "fulltext_html_url": "URL",
}
_DATES = ("publication_date", "date", "year", "cover_date")
# The first that is there tells the type of the work.
_TYPES = {
    "journal_title": "article-journal",
    "conference_title": "paper-conference",
    "conference": "paper-conference",
    "inbook_title": "chapter",
    "book_title": "chapter",
    "technical_report_institution": "report",
    "dissertation_institution": "thesis",
    "publisher": "book",
}
_DATE = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?")
_LONGEST = 5000
_MOST = 3000


def find_declared_references(page: HtmlPage) -> tuple[tuple[Block, ...], tuple[LiveCitation, ...]]:
    """A block for each reference that ``page`` declares, and the data of those in pairs."""
    blocks: list[Block] = []
    live: list[LiveCitation] = []
    declared = [one for one in page.facts if one.name == "meta" and _declares(one)]
    for element in declared[:_MOST]:
        content = element.get("content").strip()
        pairs = tuple(_pairs(content))
        values = [value for _, value in pairs] or [content]
        text = _text(page.text, element, values)
        if not text.text or len(content) > _LONGEST:
            continue
        blocks.append(Block(BlockKind.LIST_ITEM, text, 1, listed=True))
        if pairs:
            item = json.dumps(_item(pairs), ensure_ascii=False)
            live.append(LiveCitation(text, (LiveCite(item),)))
    return tuple(blocks), tuple(live)


def _declares(element: Element) -> bool:
    return _NAME in (element.get("name").lower(), element.get("property").lower())


def _pairs(content: str) -> Iterator[tuple[str, str]]:
    found = list(_PAIR.finditer(content[: _LONGEST + 1]))
    ends = [*(match.start() for match in found), len(content)][1:]
    for match, end in zip(found, ends, strict=True):
        value = content[match.end() : end].strip(" ;")
        if value:
            yield match[1].lower(), value


def _text(source: str, element: Element, values: Sequence[str]) -> TracedText:
    """The values as they stand in the tag, those written with entities without a place."""
    builder = TracedBuilder(source)
    position = element.start
    for value in values:
        if builder.length:
            builder.supply("; ")
        start = source.find(value, position, element.content)
        if start < 0:
            builder.supply(value)
        else:
            position = start + len(value)
            builder.add(start, position)
    return builder.build((Span(element.start, element.content),))


def _item(pairs: Sequence[tuple[str, str]]) -> Mapping[str, object]:
    """The pairs as an item of CSL-JSON."""
    first: dict[str, str] = {}
    for name, value in pairs:
        first.setdefault(name, value)
    kind = next((kind for name, kind in _TYPES.items() if name in first), "document")
    item: dict[str, object] = {"type": kind}
    for name, value in first.items():
        if name in _TEXTS:
            item.setdefault(_TEXTS[name], value)
    pages = [
        first[name]
        for name in ("first_page", "firstpage", "last_page", "lastpage")
        if name in first
    ]
    if pages:
        item.setdefault("page", "-".join(dict.fromkeys(pages)))
    authors = [value for name, value in pairs if name in {"author", "authors"}]
    names = [name for value in authors for name in parse_names(value)]
    if names:
        item["author"] = [_name(name) for name in names]
    dates = [first[name] for name in _DATES if name in first]
    match = _DATE.match(dates[0]) if dates else None
    if match:
        item["issued"] = {"date-parts": [[int(part) for part in match.groups() if part]]}
    return item


def _name(name: PersonalName | Literal) -> Mapping[str, str]:
    if isinstance(name, Literal):
        return {"literal": name.text}
    parts = {
        "family": name.family,
        "given": name.given,
        "dropping-particle": name.dropping_particle,
        "non-dropping-particle": name.non_dropping_particle,
        "suffix": name.suffix,
    }
    return {part: value for part, value in parts.items() if value}
