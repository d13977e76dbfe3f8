"""References as CSL-YAML, the bibliography that pandoc takes in a document's metadata."""

from collections.abc import Mapping, Sequence

from citekit.fields.edtf import format_edtf
from citekit.formats.csl_json import to_csl
from citekit.formats.pandoc_markup import escape_pandoc, format_pandoc
from citekit.formats.results import WriteOptions, WriteResult
from citekit.formats.yaml_text import PlainScalar, format_yaml
from citekit.model.reference import DateRange, Reference
from citekit.model.variables import (
    VARIABLES,
    DateVariable,
    NameVariable,
    NumberVariable,
    TextVariable,
)

# Texts without markup, whatever Markdown would take for it.
IDENTIFIERS = {
    TextVariable.URL,
    TextVariable.DOI,
    TextVariable.ISBN,
    TextVariable.ISSN,
    TextVariable.PMID,
    TextVariable.PMCID,
}
_TEXTUAL = {"literal", "family", "given", "suffix", "dropping-particle", "non-dropping-particle"}


def _names(names: object) -> object:
    if not isinstance(names, list):
        return names
    return [
        {part: format_pandoc(text) if part in _TEXTUAL else text for part, text in name.items()}
        for name in names
    ]


def _value(reference: Reference, name: str, value: object) -> object:
    variable = VARIABLES.get(name)
    if isinstance(variable, DateVariable):
        date = reference.dates[variable]
        return PlainScalar(format_edtf(date)) if isinstance(date, DateRange) else value
    if isinstance(variable, NameVariable):
        return _names(value)
    if isinstance(variable, NumberVariable) and str(value).isdecimal() and str(value)[0] != "0":
        return PlainScalar(str(value))
    if variable in IDENTIFIERS:
        return escape_pandoc(str(value))
    return format_pandoc(str(value)) if variable is not None else value


def _item(reference: Reference) -> Mapping[str, object]:
    return {name: _value(reference, name, value) for name, value in to_csl(reference).items()}


def write(references: Sequence[Reference], options: WriteOptions) -> WriteResult:  # noqa: ARG001  # the signature of every writer
    """A YAML file with the list ``references``, dates in EDTF and markup in pandoc's Markdown.

    It holds every reference whole.

    Source: pandoc's manual, "Specifying bibliographic data" and "Bibliographies in metadata".
    """
    text = format_yaml({"references": [_item(reference) for reference in references]})
    return WriteResult(f"---\n{text}...\n")
