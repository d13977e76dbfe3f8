"""Works described in XML inside a document: their elements read as records, else as text."""

import re
from dataclasses import replace
from html import unescape

from citekit.errors import ReadError
from citekit.fields.identifiers import normalise_doi
from citekit.formats import jats_reader, tei_reader
from citekit.model.live_citation import ItemNotation
from citekit.model.reference import NO_KEY, Reference
from citekit.model.variables import ItemType, TextVariable
from citekit.refparser.parsing import parse_reference

_PREFIXES = (
    'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mml="http://www.w3.org/1998/Math/MathML"'
)
_TEI = "http://www.tei-c.org/ns/1.0"
_TAG = re.compile(r"<!--.*?-->|<\?.*?\?>|<[^>]*>", re.DOTALL)
_RESOLVER = re.compile(r"https?://(?:dx\.)?doi\.org/", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
# Elements of a record whose tags part words.
_PARTING = re.compile(r"</?(?:surname|given-names|forename|note|p|lb|author|title)\b[^>]*>")


def read_xml_item(notation: ItemNotation, item: str) -> Reference | None:
    """The work that a citation of JATS or a work of TEI describes, ``None`` if it says nothing.

    Where its elements give no title, what its text says is added to what they do give.
    """
    described = _described(notation, item)
    if described is not None and described.title:
        return _with_doi(described)
    printed = parse_reference(_text_of(item))
    if described is None:
        return printed if printed.variables else None
    return _with_doi(_completed(described, printed))


def _described(notation: ItemNotation, item: str) -> Reference | None:
    try:
        if notation is ItemNotation.JATS:
            source = f"<ref-list {_PREFIXES}><ref>{item}</ref></ref-list>"
            found = jats_reader.read(source, "").references
        else:
            source = f'<listBibl xmlns="{_TEI}" xmlns:tei="{_TEI}" {_PREFIXES}>{item}</listBibl>'
            found = tei_reader.read(source, "").references
    except ReadError:
        return None
    return replace(found[0], key=NO_KEY, extra={}) if found else None


def _with_doi(reference: Reference) -> Reference:
    """``reference`` with the DOI that its address is, if it has none."""
    address = reference.text(TextVariable.URL)
    doi = normalise_doi(address) if _RESOLVER.match(address) else ""
    if not doi or reference.text(TextVariable.DOI):
        return reference
    texts = {**reference.texts, TextVariable.DOI: doi}
    del texts[TextVariable.URL]
    return replace(reference, texts=texts)


def _text_of(item: str) -> str:
    parted = _PARTING.sub(" ", item)
    return _SPACE.sub(" ", unescape(_TAG.sub("", parted))).strip()


def _completed(described: Reference, printed: Reference) -> Reference:
    """``described`` with those values of ``printed`` that it lacks."""
    return replace(
        printed,
        type=described.type if described.type is not ItemType.DOCUMENT else printed.type,
        texts={**printed.texts, **described.texts},
        numbers={**printed.numbers, **described.numbers},
        dates={**printed.dates, **described.dates},
        names={**printed.names, **described.names},
        origins={},
        confidence={},
    )
