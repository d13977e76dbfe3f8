"""What the code of a field in a word processor's document means for citations."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from citekit.model.live_citation import LiveCite
from citekit.readers.live.citavi_citation import read_citavi_citation
from citekit.readers.live.csl_citation import cites_of, parse_base64_json, read_csl_citation
from citekit.readers.live.endnote_citation import read_endnote_citation
from citekit.readers.live.word_sources import read_word_citation

_BIBLIOGRAPHY = re.compile(
    r"(?:ADDIN\s+)?(?:ZOTERO_BIBL\b|Mendeley Bibliography\b|EN\.REFLIST\b|CitaviBibliography\b"
    r"|RW\.BIB\b|PAPERS2_CITATIONS <papers2_bibliography)|BIBLIOGRAPHY\b",
)
_CSL = re.compile(r"(?:ADDIN\s+)?(?:ZOTERO_ITEM|CSL_CITATION|Mendeley Citation)\b")
_ENDNOTE = re.compile(r"(?:ADDIN\s+)?EN\.CITE\b")
_CITAVI = re.compile(r"ADDIN\s+CitaviPlaceholder\b")
_WORD = re.compile(r"CITATION\s")
_LINK = re.compile(r'HYPERLINK\s+(?:\\[onmt]\s+)*"([^"]*)"')
_MENDELEY_TAG = "MENDELEY_CITATION_"
_BIBLIOGRAPHY_TAGS = ("MENDELEY_BIBLIOGRAPHY", "CitaviBibliography")


class FieldKind(Enum):
    """What the result of a field is."""

    TEXT = auto()
    LINK = auto()
    CITATION = auto()
    BIBLIOGRAPHY = auto()


@dataclass(frozen=True, slots=True)
class FieldCode:
    """The meaning of a field: the works that its result cites, or the address it leads to."""

    kind: FieldKind = FieldKind.TEXT
    cites: tuple[LiveCite, ...] = ()
    target: str = ""


@dataclass(frozen=True, slots=True)
class FieldSources:
    """What fields refer to: Word's own sources by their tags."""

    by_tag: Mapping[str, LiveCite] = field(default_factory=dict)


def read_field_code(code: str, data: str, sources: FieldSources) -> FieldCode:
    """The meaning of a field's ``code`` with its ``data``, which are in Base64.

    A citation whose works the document has no data of is text.
    """
    code = code.strip()
    if _BIBLIOGRAPHY.match(code):
        return FieldCode(FieldKind.BIBLIOGRAPHY)
    link = _LINK.match(code)
    if link:
        return FieldCode(FieldKind.LINK, target=link[1])
    cites: tuple[LiveCite, ...] = ()
    if _CSL.match(code):
        cites = read_csl_citation(code)
    elif _ENDNOTE.match(code):
        cites = read_endnote_citation(code, data)
    elif _CITAVI.match(code):
        cites = read_citavi_citation(code)
    elif _WORD.match(code):
        cites = read_word_citation(code, sources.by_tag)
    return FieldCode(FieldKind.CITATION, cites) if cites else FieldCode()


def read_control_tag(tag: str) -> FieldCode:
    """The meaning of the tag of a content control; Mendeley keeps its citations there."""
    if tag.startswith(_BIBLIOGRAPHY_TAGS):
        return FieldCode(FieldKind.BIBLIOGRAPHY)
    if tag.startswith(_MENDELEY_TAG):
        citation = parse_base64_json(tag.removeprefix(_MENDELEY_TAG).partition("_")[2])
        cites = cites_of(citation) if citation is not None else ()
        return FieldCode(FieldKind.CITATION, cites) if cites else FieldCode()
    return FieldCode()
