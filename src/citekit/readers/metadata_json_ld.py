"""What the JSON-LD of a page declares about it in the words of schema.org."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape

from citekit.model.spans import Span
from citekit.readers.declared import Declared, Declares
from citekit.readers.html_page import HtmlPage
from citekit.readers.metadata_meta import metadata_table

_LONGEST = 500_000
_DEEPEST = 60
_MOST_NODES = 2000
_DEEPEST_LIST = 3
_BRACKETS = re.compile(r'"(?:[^"\\]++|\\.)*+"|[\[\]{}]', re.DOTALL)
_WRAPPING = re.compile(
    r"^\s*(?:<!--|<!\[CDATA\[|//<!\[CDATA\[)?\s*|\s*(?://\s*)?(?:-->|\]\]>)?[\s;]*$"
)
_DATES = ("datePublished", "dateCreated", "uploadDate")

_Node = Mapping[str, object]


def find_json_ld(page: HtmlPage) -> Iterator[Declared]:
    """What the main thing of the page says of itself: the first node that is an article.

    Damaged or absurdly nested JSON is passed over.
    """
    for span in page.scripts:
        nodes = tuple(_nodes(_load(page.text[span.start : span.end])))
        types = metadata_table()["schema-types"]
        ordered = sorted(
            (node for node in nodes if _type_of(node)),
            key=lambda node: list(types).index(_type_of(node)),
        )
        if ordered:
            yield from _declared(page.text, span, ordered[0], nodes)


def _load(source: str) -> object:
    if len(source) > _LONGEST:
        return None
    source = _WRAPPING.sub("", source)
    depth = 0
    for match in _BRACKETS.finditer(source):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(match.group(), 0)
        if depth > _DEEPEST:
            return None
    try:
        value: object = json.loads(source, strict=False)
    except ValueError:
        return None
    return value


def _nodes(value: object) -> Iterator[_Node]:
    """The objects in ``value``, breadth first, at most some thousand."""
    queue: list[object] = [value]
    for found in queue:
        if len(queue) > _MOST_NODES:
            return
        if isinstance(found, dict):
            yield found
            queue += [
                found[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage", "article")
                if key in found
            ]
        elif isinstance(found, list):
            queue += found


def _type_of(node: _Node) -> str:
    types = metadata_table()["schema-types"]
    return next((name for name in _strings(node.get("@type")) if name in types), "")


def _strings(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [found for found in values if isinstance(found, str)]


def _declared(text: str, span: Span, node: _Node, nodes: Sequence[_Node]) -> Iterator[Declared]:
    values: list[tuple[Declares, str]] = []
    values += [(Declares.TITLE, title) for title in _strings(node.get("headline"))[:1]]
    if _type_of(node) not in {"WebPage", "Book"}:
        values += [(Declares.AUTHOR, name) for name in _names(_author_of(node), nodes)]
    dates = [date for key in _DATES for date in _strings(node.get(key))]
    values += [(Declares.ISSUED, date) for date in dates[:1]]
    values += [(Declares.CONTAINER, name) for name in _names(node.get("isPartOf"), nodes)[:1]]
    values += [(Declares.PUBLISHER, name) for name in _names(node.get("publisher"), nodes)[:1]]
    values += [(Declares.LANGUAGE, name) for name in _strings(node.get("inLanguage"))[:1]]
    values.append((Declares.TYPE, str(metadata_table()["schema-types"][_type_of(node)])))
    for kind, value in values:
        if value.strip():
            yield Declared(
                kind, " ".join(unescape(value).split()), _place(text, span, value), _RANKS[kind]
            )


def _author_of(node: _Node) -> object:
    return node.get("author") or node.get("creator")


def _names(value: object, nodes: Sequence[_Node], depth: int = 0) -> list[str]:
    """The names of the persons or things that ``value`` is, refers to, or lists."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list) and depth < _DEEPEST_LIST:
        return [name for item in value[:200] for name in _names(item, nodes, depth + 1)]
    if not isinstance(value, dict):
        return []
    name = value.get("name")
    if name is None and "familyName" in value:
        name = " ".join(map(str, (value.get("givenName") or "", value["familyName"]))).strip()
    if name is None and "@id" in value:
        meant = next((n for n in nodes if n.get("@id") == value["@id"] and "name" in n), {})
        name = meant.get("name")
    return _strings(name)


def _place(text: str, span: Span, value: str) -> Span:
    for written in (value, json.dumps(value)[1:-1], value.replace("/", "\\/")):
        start = text.find(written, span.start, span.end)
        if start >= 0:
            return Span(start, start + len(written))
    return span


# Where JSON-LD stands among the sources of ``metadata_meta``: after Highwire and Dublin Core,
# before the names that only some sites use.
_RANKS = {
    Declares.TITLE: 50,
    Declares.AUTHOR: 8,
    Declares.ISSUED: 14,
    Declares.CONTAINER: 9,
    Declares.PUBLISHER: 20,
    Declares.LANGUAGE: 5,
    Declares.TYPE: 50,
}
