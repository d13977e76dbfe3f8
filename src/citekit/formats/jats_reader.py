"""References from the reference lists of JATS."""

import re
from collections.abc import Iterator

from citekit.formats.format_tables import format_table
from citekit.formats.jats import FORMAT, KIND, NAME
from citekit.formats.record_keys import read_key
from citekit.formats.record_reading import read_records
from citekit.formats.reference_draft import ReferenceDraft
from citekit.formats.results import ReadResult
from citekit.formats.tree_records import read_record
from citekit.formats.xml_tree import XmlNode, parse_xml
from citekit.model.diagnostic import Diagnostic
from citekit.model.reference import Reference
from citekit.model.variables import ItemType, TextVariable

_CITATIONS = ("element-citation", "mixed-citation", "nlm-citation", "citation")
_NAMES = {"name", "string-name", "collab", "etal", "anonymous", "name-alternatives"}
_PAGES = {"fpage", "lpage", "page-range", "elocation-id"}
_DATE = {"year", "month", "day", "season", "string-date"}
_LINKS = {"ext-link", "uri"}
_TARGET = re.compile(
    r"https?://(?:dx\.)?doi\.org/(10\.\S+)"
    r"|https?://(?:www\.ncbi\.nlm\.nih\.gov/pubmed|pubmed\.ncbi\.nlm\.nih\.gov)/(\d+)/?$",
    re.IGNORECASE,
)
_WRAPPERS = (("date", _DATE), ("pages", _PAGES))
_PARTS = ("chapter-title", "part-title", "article-title")
# Works that are known by the title of their source where no other title is given.
_IN_A_SOURCE = {
    ItemType.ARTICLE,
    ItemType.ARTICLE_JOURNAL,
    ItemType.ARTICLE_MAGAZINE,
    ItemType.ARTICLE_NEWSPAPER,
    ItemType.CHAPTER,
    ItemType.PAPER_CONFERENCE,
}


def _as_names(node: XmlNode) -> None:
    """Call everything that stands for a name a name, and say in an attribute what it was."""
    for child in node.children:
        if child.name == "name-alternatives":
            first = child.first("name", "string-name")
            child.content = [] if first is None else list(first.content)
        if child.name in _NAMES:
            child.attributes = {KIND: child.name}
            child.name = "name"


def _group_names(citation: XmlNode) -> None:
    """Put names without a group into one of authors."""
    loose = [child for child in citation.children if child.name in _NAMES]
    for group in citation.children:
        if group.name == "person-group":
            group.attributes.setdefault("person-group-type", "author")
            _as_names(group)
    if loose:
        group = XmlNode("person-group", {"person-group-type": "author"})
        group.content += loose
        _as_names(group)
        citation.content = [
            group,
            *(part for part in citation.content if not any(part is name for name in loose)),
        ]


def _wrap(citation: XmlNode) -> None:
    """Make one element of the parts of the date, and one of those of the pages."""
    for name, parts in _WRAPPERS:
        found: list[XmlNode] = []
        for child in citation.children:
            if child.name in parts and not any(child.name == other.name for other in found):
                found.append(child)
        if found:
            wrapper = XmlNode(name)
            wrapper.content += found
            citation.content = [
                *(part for part in citation.content if not any(part is one for one in found)),
                wrapper,
            ]


def _name_links(citation: XmlNode) -> None:
    """Make identifiers of links to a DOI or to PubMed."""
    for place, part in enumerate(citation.content):
        if not isinstance(part, XmlNode):
            continue
        link = part
        if part.name == "comment" and len(part.children) == 1:
            link = part.children[0]
        match = _TARGET.match(_target(link)) if link.name in _LINKS else None
        if match:
            named = XmlNode("pub-id", {"pub-id-type": "doi" if match[1] else "pmid"}, part.line)
            named.content.append(match[1] or match[2])
            citation.content[place] = named


def _target(link: XmlNode) -> str:
    return link.attributes.get("xlink:href", "") or link.text()


def _item_type(citation: XmlNode) -> ItemType:
    for attribute in ("publication-type", "citation-type"):
        word = citation.attributes.pop(attribute, "")
        found = format_table(NAME).type_of(word)
        if found is ItemType.BOOK and citation.first(*_PARTS) is not None:
            return ItemType.CHAPTER
        if found is not None:
            return found
    if citation.first("article-title") is not None and citation.first("source") is not None:
        return ItemType.ARTICLE_JOURNAL
    return ItemType.DOCUMENT


def _citations(record: XmlNode) -> Iterator[XmlNode]:
    for child in record.children:
        if child.name in _CITATIONS:
            yield child
        elif child.name in {"citation-alternatives", "ref"}:
            yield from list(_citations(child))[:1]


def _reference(record: XmlNode, path: str, diagnostics: list[Diagnostic]) -> Reference:
    del path, diagnostics
    citation = next(_citations(record), XmlNode("element-citation"))
    settings = format_table(NAME).settings
    own = read_key(citation, settings["key_attribute"], settings["key_place"])
    key = record.attributes.get(settings["key_attribute"], "") or own
    item_type = _item_type(citation)
    _group_names(citation)
    _wrap(citation)
    _name_links(citation)
    draft = ReferenceDraft(item_type, key)
    read_record(FORMAT, citation, draft)
    if citation.first("source") is not None:
        _name_by_source(draft)
    return draft.finished()


def _name_by_source(draft: ReferenceDraft) -> None:
    if TextVariable.TITLE not in draft.texts and draft.type not in _IN_A_SOURCE:
        source = draft.texts.pop(TextVariable.CONTAINER_TITLE, "")
        if source:
            draft.texts[TextVariable.TITLE] = source


def _split(record: XmlNode) -> list[XmlNode]:
    """A record for each citation of one, as several may stand under one label."""
    citations = list(_citations(record))
    if len(citations) <= 1:
        return [record]
    parts: list[XmlNode] = []
    for number, citation in enumerate(citations, start=1):
        part = XmlNode("ref", dict(record.attributes), citation.line)
        if number > 1:
            part.attributes["id"] = citation.attributes.get("id", "") or (
                f"{record.attributes.get('id', 'ref')}-{number}"
            )
        part.content.append(citation)
        parts.append(part)
    return parts


def read(text: str, path: str) -> ReadResult:
    """The references of a JATS file, of mixed citations too, each with the id of its ``ref``.

    Text between the elements of a mixed citation is passed over; elements without a variable are
    kept in ``extra``.

    Raises:
        ReadError: The text is no well-formed XML.
    """
    root = parse_xml(text, path)
    refs = [node for node in root.walk() if node.name == "ref"]
    if not refs and root.name in _CITATIONS:
        refs = [XmlNode("ref", line=root.line)]
        refs[0].content.append(root)
    outermost = XmlNode(root.name, line=root.line)
    outermost.content += [part for ref in refs for part in _split(ref)]
    return read_records(outermost, {"ref"}, _reference, path)
