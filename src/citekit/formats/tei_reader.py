"""References from TEI's ``<biblStruct>`` and ``<bibl>``."""

from citekit.fields.csl_vocabulary import find_item_type
from citekit.formats.format_tables import format_table
from citekit.formats.record_keys import read_key
from citekit.formats.record_reading import read_records
from citekit.formats.reference_draft import ReferenceDraft
from citekit.formats.results import ReadResult
from citekit.formats.tei import FORMAT, NAME
from citekit.formats.tree_records import read_record
from citekit.formats.xml_tree import XmlNode, parse_xml
from citekit.formats.zotero_types import zotero_type
from citekit.model.diagnostic import Diagnostic
from citekit.model.reference import Reference
from citekit.model.variables import ItemType

_IMPRINT = {"publisher", "pubPlace", "date", "biblScope"}
_MONOGRAPH = {"editor", "edition", "extent", "respStmt", "meeting"}
_LEVEL_TYPES = {"j": ItemType.PERIODICAL, "m": ItemType.BOOK, "s": ItemType.BOOK}


def _levels(node: XmlNode) -> set[str]:
    return {
        child.attributes.get("level", "").lower()
        for child in node.children
        if child.name == "title" and child.text()
    }


def _tell_part(bibl: XmlNode) -> None:
    """Make a part of an unpublished work that stands before the title of what it is in."""
    titles = [child for child in bibl.children if child.name == "title" and child.text()]
    levels = [title.attributes.get("level", "").lower() for title in titles]
    if levels[:1] in (["u"], [""]) and {"m", "j"} & set(levels[1:]):
        titles[0].attributes["level"] = "a"


def _bibl_struct(bibl: XmlNode) -> XmlNode:
    """The loose elements of a ``bibl`` in the order that ``biblStruct`` gives them."""
    record = XmlNode("biblStruct", bibl.attributes, bibl.line)
    analytic, monogr, series = XmlNode("analytic"), XmlNode("monogr"), XmlNode("series")
    imprint = XmlNode("imprint")
    _tell_part(bibl)
    is_part = "a" in _levels(bibl)
    for child in bibl.children:
        level = child.attributes.get("level", "").lower() if child.name == "title" else ""
        home = record
        if child.name in _IMPRINT:
            home = imprint
        elif level == "s":
            home = series
        elif level == "a" or (is_part and child.name in {"author", "orgName", "persName"}):
            home = analytic
        elif child.name in {"title", "author", "orgName", "persName"} | _MONOGRAPH:
            home = monogr
        if child.name in {"orgName", "persName"}:
            author = XmlNode("author")
            author.content.append(child)
            home.content.append(author)
        else:
            home.content.append(child)
    monogr.content.append(imprint)
    record.content += [part for part in (analytic, monogr, series) if part.children]
    return record


def _join_titles(node: XmlNode) -> None:
    """Make one title of a main title and its subtitle."""
    main: XmlNode | None = None
    for child in node.children:
        if child.name != "title":
            continue
        kind = child.attributes.get("type", "")
        if kind == "main":
            del child.attributes["type"]
        if kind == "sub" and main is not None:
            main.content += [": ", *child.content]
            node.content.remove(child)
        elif kind in {"", "main"}:
            main = child


def _lift_responsibility(node: XmlNode) -> None:
    """Make an editor with a role of a statement of responsibility."""
    for child in node.children:
        if child.name == "respStmt":
            role = child.text_of("resp").lower()
            for part in child.children:
                if part.name != "resp":
                    editor = node.add("editor")
                    editor.attributes["role"] = role
                    editor.content.append(part)
            node.content.remove(child)


def _item_type(record: XmlNode) -> ItemType:
    """The type by its word, else by the levels of the titles."""
    word = record.attributes.pop("type", "")
    found = zotero_type(word) or find_item_type(word) or format_table(NAME).type_of(word)
    if found is not None:
        return found
    analytic, monogr = record.first("analytic"), record.first("monogr")
    levels = set() if monogr is None else _levels(monogr)
    if analytic is not None and _levels(analytic):
        if "j" in levels:
            return ItemType.ARTICLE_JOURNAL
        return ItemType.CHAPTER if "m" in levels else ItemType.ARTICLE
    return next(
        (_LEVEL_TYPES[level] for level in sorted(levels & set(_LEVEL_TYPES))), ItemType.DOCUMENT
    )


def _reference(element: XmlNode, path: str, diagnostics: list[Diagnostic]) -> Reference:
    del path, diagnostics
    record = _bibl_struct(element) if element.name == "bibl" else element
    for part in record.children:
        _join_titles(part)
        _lift_responsibility(part)
    settings = format_table(NAME).settings
    key = read_key(record, settings["key_attribute"], settings["key_place"])
    draft = ReferenceDraft(_item_type(record), key)
    read_record(FORMAT, record, draft)
    return draft.finished()


def read(text: str, path: str) -> ReadResult:
    """The references of a TEI file: of its lists of works, or of all its bibliographic elements.

    Text between the elements of a ``bibl`` is passed over; elements without a variable are kept
    in ``extra``.

    Raises:
        ReadError: The text is no well-formed XML.
    """
    root = parse_xml(text, path)
    names = {"biblStruct", "bibl"}
    lists = [node for node in root.walk() if node.name == "listBibl"]
    outermost = XmlNode(root.name, line=root.line)
    outermost.content += lists or [root]
    return read_records(outermost, names, _reference, path)
