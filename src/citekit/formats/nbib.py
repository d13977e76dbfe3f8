"""References in the MEDLINE format of PubMed."""

import re
from collections.abc import Iterator, Sequence

from citekit.formats.findings import FormatCode, finding
from citekit.formats.format_tables import format_table
from citekit.formats.inverted_names import (
    OTHERS,
    family_part,
    given_part,
    is_others,
    split_particles,
)
from citekit.formats.iso_languages import iso_code, tag_of_code
from citekit.formats.losses import lost_values
from citekit.formats.nbib_dates import format_nbib_date, lost_of_date
from citekit.formats.results import WriteOptions, WriteResult
from citekit.formats.tagged_lines import TaggedFormat, TaggedLine, lost_in, write_lines
from citekit.model.diagnostic import Diagnostic
from citekit.model.reference import Date, Literal, Name, PersonalName, Reference
from citekit.model.variables import DateVariable, TextVariable

NAME = "nbib"
TYPE, ORGANISATION, DATE = "PT", "CN", "DP"
SHORT = {"FAU": "AU", "FED": "ED"}
_KIND = re.compile(r"\s*\[[^\]]*\]$")
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|\d(?:st|nd|rd|th))\.?")
_REMARK = re.compile(r"\s*\([^)]*\)$")


def split_suffix(words: list[str]) -> str:
    """The suffix at the end of the words of a name, taken out of them."""
    return words.pop() if len(words) > 1 and _SUFFIX.fullmatch(words[-1]) else ""


def _without_comma(text: str) -> Name | None:
    """A single word is a person's name, several are an organisation's."""
    if " " in text:
        return Literal(text)
    return PersonalName(text) if text else None


def _parse_name(text: str) -> Name | None:
    """``Family, Given Jr``."""
    if is_others(text):
        return OTHERS
    family, comma, given = text.partition(",")
    if not comma:
        return _without_comma(family.strip())
    words = given.split()
    suffix = split_suffix(words)
    return split_particles(family.strip(), " ".join(words), suffix)


def _names(name: Name, tag: str) -> Sequence[TaggedLine]:
    """The full name and the short one; an organisation has a tag of its own."""
    if name == OTHERS:
        return (TaggedLine(tag, "et al."),)
    if isinstance(name, Literal):
        return (TaggedLine(ORGANISATION if tag == "FAU" else tag, name.text),)
    given = " ".join(filter(None, (given_part(name), name.suffix)))
    full = ", ".join(filter(None, (family_part(name), given)))
    initials = "".join(word[0] for word in re.split(r"[\s.-]+", name.given) if word)
    short = " ".join(filter(None, (family_part(name), initials, name.suffix.rstrip("."))))
    return (TaggedLine(tag, full), TaggedLine(SHORT[tag], short))


def _read_text(value: str, kind: str) -> str:
    if kind == "doi":
        return _KIND.sub("", value)
    if kind == "issn":
        return _REMARK.sub("", value)
    return tag_of_code(value) if kind == "language" else value


def _format_text(value: str, kind: str) -> str:
    if kind == "doi" and value:
        return f"{value} [doi]"
    return iso_code(value) or value if kind == "language" else value


def _dates(date: Date, tag: str) -> Sequence[TaggedLine]:
    return (TaggedLine(tag, format_nbib_date(date)),)


FORMAT = TaggedFormat(NAME, _parse_name, _read_text, _names, _format_text, _dates)


def _lines(reference: Reference) -> Iterator[str]:
    lines = list(write_lines(FORMAT, reference))
    lines.append(TaggedLine(TYPE, format_table(NAME).types[reference.type]))
    # A record begins with its PMID, which others may count upon.
    lines.sort(key=lambda line: line.tag != "PMID")
    for line in lines:
        yield f"{line.tag:<4}- {line.value}"


def _lost(reference: Reference) -> Iterator[str]:
    yield from lost_in(FORMAT, reference)
    date = reference.dates.get(DateVariable.ISSUED)
    if date is not None:
        yield from lost_of_date(date, DateVariable.ISSUED.value)
    language = reference.text(TextVariable.LANGUAGE)
    if iso_code(language) and tag_of_code(iso_code(language)) != language:
        yield f"the region of the language {language}"


def write(references: Sequence[Reference], options: WriteOptions) -> WriteResult:  # noqa: ARG001  # the signature of every writer
    """A file as PubMed saves it; it has no place for citation keys.

    Source: MEDLINE/PubMed data element (field) descriptions.
    """
    diagnostics: list[Diagnostic] = []
    records: list[str] = []
    without_key = 0
    for reference in references:
        records.append("\n".join(_lines(reference)) + "\n")
        diagnostics += lost_values(reference, format_table(NAME).title, _lost(reference))
        without_key += reference.key not in {"", reference.text(TextVariable.PMID)}
    if without_key:
        message = f"MEDLINE has no place for citation keys; {without_key} are left out"
        diagnostics.append(finding(FormatCode.KEY_CHANGED, message))
    return WriteResult("\n".join(records), tuple(diagnostics))
