"""References as classic BibTeX."""

from collections.abc import Sequence

from citekit.formats.bib_entry import BibField
from citekit.formats.bib_fields import edtf, is_writable, literal_date
from citekit.formats.bib_table import Dialect
from citekit.formats.bib_writer import fields_by_name, write_bib
from citekit.formats.latex_encoding import encode_latex
from citekit.formats.results import WriteOptions, WriteResult
from citekit.model.reference import Date, DateParts, DateRange, Reference
from citekit.model.variables import DateVariable, ItemType

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = ("Spring", "Summer", "Autumn", "Winter")
_AFTER_GENRE = "title"


def _month(parts: DateParts) -> Sequence[BibField]:
    if parts.season:
        return (BibField("month", _SEASONS[parts.season - 1]),)
    month = BibField("month", _MONTHS[parts.month - 1], bare=True)
    return (month, BibField("day", str(parts.day))) if parts.day else (month,)


def _issued(date: Date) -> Sequence[BibField]:
    """``year``, ``month`` and ``day``; a range and an uncertain date can only stand in ``year``."""
    if not isinstance(date, DateRange) or not is_writable(date):
        return (BibField("year", encode_latex(literal_date(date), Dialect.BIBTEX)),)
    if date.circa or date.end != date.start or date.start.year <= 0:
        return (BibField("year", edtf(date).replace("/", "--").replace("~", "?")),)
    year = BibField("year", str(date.start.year))
    return (year, *_month(date.start)) if date.start.month or date.start.season else (year,)


def _format_date(date: Date, name: str) -> Sequence[BibField]:
    if name == "date":
        return _issued(date)
    if name == "urldate":
        return ()
    shown = edtf(date) if isinstance(date, DateRange) else literal_date(date)
    return (BibField(name, encode_latex(shown, Dialect.BIBTEX)),)


def _with_access(reference: Reference, fields: list[BibField]) -> list[BibField]:
    """The access date in ``note``, the only place where the classic styles print one."""
    accessed = reference.dates.get(DateVariable.ACCESSED)
    if accessed is None:
        return fields
    shown = edtf(accessed) if isinstance(accessed, DateRange) else accessed.text
    shown = encode_latex(shown, Dialect.BIBTEX)
    note = fields_by_name(fields).get("note")
    if note is None:
        return [*fields, BibField("note", f"Accessed {shown}")]
    longer = BibField("note", f"{note.value} (accessed {shown})")
    return [longer if field is note else field for field in fields]


def _with_address(reference: Reference, fields: list[BibField]) -> list[BibField]:
    r"""``howpublished = {\url{…}}`` for web sites, whose ``url`` few classic styles print."""
    named = fields_by_name(fields)
    url = named.get("url")
    unprinted = reference.type in {
        ItemType.WEBPAGE,
        ItemType.POST,
        ItemType.POST_WEBLOG,
        ItemType.DATASET,
        ItemType.SOFTWARE,
    }
    if url is None or not unprinted or "howpublished" in named:
        return fields
    return [
        BibField("howpublished", rf"\url{{{url.value}}}") if f is url else f for f in fields
    ] + [url]


def _with_genre(reference: Reference, fields: list[BibField]) -> list[BibField]:
    """``type`` for a thesis of unknown kind, which would be printed as a PhD thesis."""
    if reference.type is not ItemType.THESIS or "type" in fields_by_name(fields):
        return fields
    place = next((i + 1 for i, field in enumerate(fields) if field.name == _AFTER_GENRE), 0)
    return [*fields[:place], BibField("type", "Thesis"), *fields[place:]]


def _adapt(reference: Reference, fields: list[BibField]) -> list[BibField]:
    fields = _with_genre(reference, fields)
    return _with_address(reference, _with_access(reference, fields))


def write(references: Sequence[Reference], options: WriteOptions) -> WriteResult:
    """A BibTeX file with the classic entry types and fields, entries in their order.

    Fields that classic BibTeX lacks are kept under BibLaTeX's names; styles skip them.

    Source: BibTeXing (Patashnik 1988), section 3.
    """
    return write_bib(references, options, Dialect.BIBTEX, format_date=_format_date, adapt=_adapt)
