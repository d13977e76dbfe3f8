"""The format of a bibliography by how its text begins."""

import re
from collections.abc import Mapping

_HEAD = 20_000
_START = "\ufeff \t\r\n"
_PROLOGUE = re.compile(
    r"<\?.{0,2000}?\?>|<!--.{0,8000}?-->|<!DOCTYPE[^\[>]{0,1000}(?:\[[^\]]{0,4000}\])?\s*>|\s+",
    re.DOTALL,
)
_ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
# The format of a root element; what is no bibliography as a whole may hold lists of works.
_ROOTS: Mapping[str, str] = {
    "modsCollection": "mods",
    "mods": "mods",
    "TEI": "tei",
    "teiCorpus": "tei",
    "TEI.2": "tei",
    "listBibl": "tei",
    "biblStruct": "tei",
    "article": "jats",
    "book": "jats",
    "ref-list": "jats",
    "ref": "jats",
    "back": "jats",
    "element-citation": "jats",
    "mixed-citation": "jats",
    "RDF": "zotero-rdf",
    "xml": "endnote-xml",
    "records": "endnote-xml",
    "EndNote": "endnote-xml",
}
_LINES = (
    ("ris", re.compile(r"TY {0,2}- ")),
    ("nbib", re.compile(r"[A-Z]{2,4} {0,2}- .*\n(?:[A-Z]{2,4} {0,2}- | {6}\S)|PMID {0,2}- ?\d")),
    ("enw", re.compile(r"%[0A-Z] +\S.*(?:\r?\n%\S |\r?\n?$)", re.MULTILINE)),
)
_CSL_YAML = re.compile(
    r"(?:references|nocite)[ \t]*:|-[ \t]+(?:id|type|title|author|DOI|issued)[ \t]*:"
    r"|-[ \t]*\n[ \t]+id[ \t]*:|(?:id|type)[ \t]*:"
)
_HAYAGRIVA = re.compile(
    r"""(?:[^\s#:'"-][^\n:]{0,200}|"[^"\n]{0,200}"|'[^'\n]{0,200}')[ \t]*:[ \t]*(?:\#[^\n]*)?\n"""
    r"(?:[ \t]*(?:\#[^\n]*)?\n)*[ \t]+(?:type|title|author|parent|date|url)[ \t]*:"
)
_ENTRY = re.compile(r"@\s*\w+\s*[{(]")


def _sniff_xml(head: str) -> str:
    position = 0
    while match := _PROLOGUE.match(head, position):
        position = match.end()
    root = _ROOT.match(head, position)
    return _ROOTS.get(root[1], "") if root else ""


def _sniff_yaml(head: str) -> str:
    lines = [line for line in head.splitlines() if line.strip() and not line.startswith(("#", "%"))]
    if lines and lines[0].startswith("---"):
        lines = lines[1:]
    body = "\n".join(lines)
    if _CSL_YAML.match(body):
        return "csl-yaml"
    return "hayagriva" if _HAYAGRIVA.match(body) else ""


def sniff_format(text: str) -> str:
    """The name of the format that ``text`` begins like, empty where it shows none.

    Example:
        >>> sniff_format("<?xml version='1.0'?><modsCollection/>")
        'mods'
    """
    head = text[:_HEAD].lstrip(_START)
    if head.startswith(("{", "[")):
        return "json" if '"schema"' in head[:200] else "csl-json"
    if head.startswith("<"):
        return _sniff_xml(head)
    for name, pattern in _LINES:
        if pattern.match(head):
            return name
    return _sniff_yaml(head) or ("biblatex" if _ENTRY.search(head[:4000]) else "")
