"""The values of a reference as fields of a ``.bib`` file."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from citekit.fields.edtf import format_edtf, is_possible
from citekit.formats.bib_entry import BibField
from citekit.formats.bib_languages import babel_name
from citekit.formats.bib_names import format_names
from citekit.formats.bib_table import Dialect, FieldKind, FieldRow, table_of
from citekit.formats.bib_values import join_list, split_list
from citekit.formats.case_protection import protected_spans
from citekit.formats.latex_encoding import encode_latex
from citekit.model.reference import Date, DateRange, Literal, Name, Reference
from citekit.model.variables import DateVariable, NameVariable, NumberVariable, TextVariable
from citekit.text.cleaning import one_line

_HYPHEN = re.compile(r"(?<=[^\W_])\s?[-–]\s?(?=[^\W_])")
_RESOLVER = re.compile(r"(?:https?://(?:dx\.|www\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_PERCENT = {"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"}
_ARXIV = re.compile(r"arXiv:\s?([^\s\[\]{}]{1,60})(?: \[([^\s\[\]{}]{1,40})\])?", re.IGNORECASE)


def text_of(reference: Reference, row: FieldRow) -> str:
    """The text or number of the row's variable, empty where there is none."""
    match row.variable:
        case TextVariable():
            return reference.texts.get(row.variable, "")
        case NumberVariable():
            return reference.numbers.get(row.variable, "")
        case _:
            return ""


def names_of(reference: Reference, row: FieldRow) -> tuple[Name, ...]:
    """The names of the row's variable."""
    return reference.names.get(row.variable, ()) if isinstance(row.variable, NameVariable) else ()


def date_of(reference: Reference, row: FieldRow) -> Date | None:
    """The date of the row's variable."""
    return reference.dates.get(row.variable) if isinstance(row.variable, DateVariable) else None


def is_writable(date: Date) -> bool:
    """Whether BibLaTeX takes the date: none with a month, day or season that does not exist."""
    if isinstance(date, Literal):
        return False
    return is_possible(date.start) and (date.end is None or is_possible(date.end))


def edtf(date: DateRange) -> str:
    """The date in EDTF; pandoc loses one whose open end is ``..``, so it is left empty."""
    return format_edtf(date).removesuffix("..")


def literal_date(date: Date) -> str:
    """A date that is none, as text."""
    return date.text if isinstance(date, Literal) else format_edtf(date)


def verbatim(text: str) -> str:
    """``text`` for a field that is read as it stands, such as an address.

    What would break the entry is written in per cents, as in a URL.
    """
    return "".join(_PERCENT.get(letter, letter) for letter in one_line(text).strip())


def kept_as_it_is(text: str) -> str:
    """A path, a key or a setting as it stands, unless that would break the entry.

    Braces that do not pair, or that a backslash escapes, are counted differently by every
    program; only such a value is written in per cents.
    """
    text = one_line(text).strip(" ")
    depth = 0
    for letter in text:
        depth += (letter == "{") - (letter == "}")
        if depth < 0:
            return verbatim(text)
    escaped = text.endswith("\\") or "\\{" in text or "\\}" in text
    return verbatim(text) if depth or escaped else text


def _title(text: str, language: str, dialect: Dialect) -> str:
    return encode_latex(text, dialect, protect=protected_spans(text, language))


def _pages(text: str, _language: str, dialect: Dialect) -> str:
    return _HYPHEN.sub("--", encode_latex(text, dialect))


def _list(text: str, _language: str, dialect: Dialect) -> str:
    """The members of a list, between which "; " stands, though there may be an "and" in one."""
    members = [_member(part, dialect) for part in text.split("; ")]
    joined = join_list(members)
    is_parted = len(members) > 1 and "<" not in text and split_list(joined) == members
    return joined if is_parted else _member(text, dialect)


def _member(text: str, dialect: Dialect) -> str:
    latex = encode_latex(text, dialect)
    return f"{{{latex}}}" if len(split_list(latex)) > 1 else latex


def _key(text: str, _language: str, dialect: Dialect) -> str:
    """BibLaTeX's own word for what it translates, else the text."""
    if dialect is Dialect.BIBLATEX:
        for key, meaning in table_of("keys").items():
            if text == meaning:
                return key
    return encode_latex(text, dialect)


def _verbatim(text: str, _language: str, _dialect: Dialect) -> str:
    return verbatim(text)


def _text(text: str, _language: str, dialect: Dialect) -> str:
    return encode_latex(text, dialect)


_FORMATTERS: Mapping[FieldKind, Callable[[str, str, Dialect], str]] = {
    FieldKind.TITLE: _title,
    FieldKind.PAGES: _pages,
    FieldKind.LIST: _list,
    FieldKind.KEY: _key,
    FieldKind.VERBATIM: _verbatim,
}


def _language_field(text: str, name: str, dialect: Dialect) -> BibField:
    """A language that babel does not know cannot be a ``langid``."""
    known = babel_name(text)
    if known:
        return BibField(name, known)
    return BibField("language", encode_latex(text, dialect))


def _arxiv(number: str, dialect: Dialect) -> Iterator[BibField]:
    """The fields of an arXiv number; source: BibLaTeX manual 3.14.7, arXiv's hints for BibTeX."""
    match = _ARXIV.fullmatch(number.strip())
    if match is None:
        return
    classic = dialect is Dialect.BIBTEX
    yield BibField("eprint", match[1])
    yield BibField(*(("archiveprefix", "arXiv") if classic else ("eprinttype", "arxiv")))
    if match[2]:
        yield BibField("primaryclass" if classic else "eprintclass", match[2])


def format_text_field(reference: Reference, row: FieldRow, dialect: Dialect) -> Sequence[BibField]:
    """The field of a text or number, several for an arXiv number, none for an empty one."""
    text = text_of(reference, row)
    if not one_line(text).strip():
        return ()
    name = row.field(dialect)
    if row.kind is FieldKind.LANGUAGE:
        return (_language_field(text, name, dialect),)
    if row.variable is TextVariable.DOI:
        text = _RESOLVER.sub("", text, count=1)
    if row.variable is NumberVariable.NUMBER:
        eprint = tuple(_arxiv(text, dialect))
        if eprint:
            return eprint
    language = reference.text(TextVariable.LANGUAGE)
    settled = row.kind is FieldKind.TITLE and reference.case_settled
    formatter = _text if settled else _FORMATTERS.get(row.kind, _text)
    value = formatter(text, language, dialect)
    return (BibField(name, value.strip(" ")),)


def format_names_field(reference: Reference, row: FieldRow, dialect: Dialect) -> Sequence[BibField]:
    """The field of a list of names, none for an empty list."""
    value = format_names(names_of(reference, row), dialect)
    return (BibField(row.field(dialect), value),) if value else ()
