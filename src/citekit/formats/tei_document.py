"""Documents as TEI: their text with its notes, and every cite linked to the list of works.

Source: TEI P5, sections 3.9 (notes), 3.12 (bibliographic citations) and 4.1 (divisions).
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from citekit.formats.extraction import ExtractedDocument
from citekit.formats.inverted_names import format_inverted
from citekit.formats.results import WriteOptions, WriteResult
from citekit.formats.tei import write as write_works
from citekit.formats.xml_tree import XmlNode, format_xml, parse_xml
from citekit.model.citation import Citation, CitationKind, ShortForm
from citekit.model.document import Block, BlockKind, Zone
from citekit.model.reference import NO_KEY, CitationKey, Reference
from citekit.model.spans import TracedText
from citekit.model.variables import NameVariable

_NAMESPACE = "http://www.tei-c.org/ns/1.0"
_PLACES = {CitationKind.FOOTNOTE: "foot", CitationKind.ENDNOTE: "end"}
_INLINE = frozenset({CitationKind.RUNNING_TEXT, CitationKind.EPIGRAPH})
_ELEMENTS = {BlockKind.QUOTATION: "quote", BlockKind.CODE: "eg"}

Ids = Mapping[CitationKey, str]


@dataclass(frozen=True, slots=True)
class _Insertion:
    """An element that takes the place of ``start`` to ``end`` in a text."""

    start: int
    end: int
    node: XmlNode


def write_documents(
    documents: Sequence[ExtractedDocument], references: Sequence[Reference]
) -> WriteResult:
    """``documents`` with their notes, cites and ``references``; several make a ``teiCorpus``.

    A note stands at its mark, in ``note`` with its printed number. What cites is a ``ref`` to an
    entry of the list; of a short form the ``subtype`` says of which kind it is ("ibid"). Markup
    of the text is left out.
    """
    written = write_works(references, WriteOptions())
    works, ids = _works(written.text, references)
    if len(documents) == 1:
        root, parts = XmlNode("TEI"), _parts(documents[0], ids, works)
    else:
        root, parts = XmlNode("teiCorpus"), [_header("Documents", (), "several files")]
        for number, document in enumerate(documents):
            member = XmlNode("TEI")
            member.content += _parts(document, ids, works if number == 0 else None)
            parts.append(member)
    root.attributes["xmlns"] = _NAMESPACE
    return WriteResult(format_xml(root, parts), written.diagnostics)


def _works(text: str, references: Sequence[Reference]) -> tuple[XmlNode, Ids]:
    """The list of works, and the identifier of each in it."""
    root = parse_xml(text, "")
    works = next((node for node in root.walk() if node.name == "listBibl"), XmlNode("listBibl"))
    works.attributes.pop("xmlns", None)
    ids: dict[CitationKey, str] = {}
    for number, (node, reference) in enumerate(zip(works.children, references, strict=False), 1):
        node.attributes.setdefault("xml:id", f"work-{number}")
        ids[reference.key] = node.attributes["xml:id"]
    return works, ids


def _parts(document: ExtractedDocument, ids: Ids, works: XmlNode | None) -> list[XmlNode]:
    names = document.metadata.name_list(NameVariable.AUTHOR)
    header = _header(
        document.metadata.title or document.path, map(format_inverted, names), document.path
    )
    text = XmlNode("text")
    body = text.add("body")
    body.content += _divisions(document, ids)
    if works is not None and works.children:
        text.add("back").add("div", type="bibliography").content.append(works)
    return [header, text]


def _header(title: str, authors: Sequence[str] | Iterator[str], source: str) -> XmlNode:
    header = XmlNode("teiHeader")
    description = header.add("fileDesc")
    statement = description.add("titleStmt")
    statement.add("title", title)
    for author in authors:
        statement.add("author", author)
    description.add("publicationStmt").add("p", "Made by citekit from a file.")
    description.add("sourceDesc").add("p", source)
    return header


def _divisions(document: ExtractedDocument, ids: Ids) -> list[XmlNode]:
    # Notes stand somewhere even in a file that holds nothing else.
    blocks = list(_running_blocks(document)) or [Block(BlockKind.PARAGRAPH, TracedText(""))]
    insertions = _insertions(document.citations, [block.text for block in blocks], ids)
    divisions = [XmlNode("div")]
    for block, inside in zip(blocks, insertions, strict=True):
        if block.kind is BlockKind.HEADING:
            divisions.append(XmlNode("div"))
            node = divisions[-1].add("head")
        elif block.kind is BlockKind.LIST_ITEM:
            last = divisions[-1].children[-1:]
            items = last[0] if last and last[0].name == "list" else divisions[-1].add("list")
            node = items.add("item")
        else:
            node = divisions[-1].add(_ELEMENTS.get(block.kind, "p"))
        _fill(node, block.text.text, inside)
    for division in divisions[1:]:
        if len(division.content) == 1:
            division.add("p")
    first = divisions if divisions[0].content or len(divisions) == 1 else divisions[1:]
    if not first[0].content:
        first[0].add("p")
    return first


def _running_blocks(document: ExtractedDocument) -> Iterator[Block]:
    """The blocks of the article that are neither notes nor entries of its list."""
    apart = sorted(
        (piece.start, piece.end)
        for one in document.citations
        if one.kind in _PLACES or one.kind is CitationKind.BIBLIOGRAPHY_ENTRY
        for piece in one.passage.text.pieces
    )
    for block in document.blocks:
        index = bisect_right(apart, (block.text.end, block.text.end)) - 1
        within = index >= 0 and apart[index][0] <= block.text.end <= apart[index][1]
        if block.text.text and block.zone is Zone.ARTICLE and not (within or block.listed):
            yield block


def _insertions(
    citations: Sequence[Citation], texts: Sequence[TracedText], ids: Ids
) -> list[list[_Insertion]]:
    """The notes and cites of each of ``texts``, which are in the order of the file."""
    found: list[list[_Insertion]] = [[] for _ in texts]
    starts = [text.start for text in texts]
    for one in citations:
        place = one.passage.mark.start if one.passage.mark else one.passage.text.start
        index = max(0, bisect_right(starts, place) - 1)
        if one.kind in _PLACES:
            at = _position(texts[index], place)
            found[index].append(_Insertion(at, at, _note(one, ids)))
        elif one.kind in _INLINE:
            start = texts[index].position_of(one.passage.text.start)
            end = start + len(one.passage.text.text)
            refs = _refs(one, ids)
            if refs and start >= 0 and end <= len(texts[index].text):
                found[index].append(_Insertion(start, end, refs[0].node))
    return found


def _position(text: TracedText, source: int) -> int:
    """The position in ``text`` of the first character that stands at ``source`` or after it."""
    for segment in text.segments:
        if source < segment.source + segment.length:
            return segment.at + max(0, source - segment.source)
    return len(text.text)


def _note(citation: Citation, ids: Ids) -> XmlNode:
    note = XmlNode("note", {"place": _PLACES[citation.kind]})
    if citation.passage.marker:
        note.attributes["n"] = citation.passage.marker
    _fill(note, citation.passage.text.text, _refs(citation, ids))
    return note


def _refs(citation: Citation, ids: Ids) -> list[_Insertion]:
    """A link for every stretch of a passage that cites."""
    targets: dict[tuple[int, int], XmlNode] = {}
    for cite in citation.cites:
        stretch = cite.span.start, cite.span.end
        node = targets.setdefault(stretch, XmlNode("ref", {"type": "bibr"}))
        if isinstance(cite.target, ShortForm):
            node.attributes["subtype"] = cite.target.kind.value
        if cite.key != NO_KEY and cite.key in ids:
            before = node.attributes.get("target", "")
            node.attributes["target"] = f"{before} #{ids[cite.key]}".strip()
    return [_Insertion(start, end, node) for (start, end), node in sorted(targets.items())]


def _fill(node: XmlNode, text: str, insertions: Sequence[_Insertion]) -> None:
    """Put ``text`` into ``node``, its stretches within the elements that take their place."""
    position = 0
    for one in sorted(insertions, key=lambda one: (one.start, one.end)):
        if one.start < position:
            continue
        if one.start > position:
            node.content.append(text[position : one.start])
        if one.end > one.start:
            one.node.content.append(text[one.start : one.end])
        node.content.append(one.node)
        position = one.end
    if position < len(text):
        node.content.append(text[position:])
