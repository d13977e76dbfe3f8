"""References as BibLaTeX."""

from collections.abc import Sequence

from citekit.formats.bib_entry import BibField
from citekit.formats.bib_fields import edtf, is_writable, literal_date
from citekit.formats.bib_table import Dialect
from citekit.formats.bib_writer import write_bib
from citekit.formats.latex_encoding import encode_latex
from citekit.formats.results import WriteOptions, WriteResult
from citekit.model.reference import Date, DateRange, Reference


def _format_date(date: Date, name: str) -> Sequence[BibField]:
    """A date in EDTF; what is none goes to the year, the only part that may be text."""
    if isinstance(date, DateRange) and is_writable(date):
        return (BibField(name, edtf(date)),)
    text = encode_latex(literal_date(date), Dialect.BIBLATEX)
    return (BibField(f"{name.removesuffix('date')}year", text),)


def _adapt(_reference: Reference, fields: list[BibField]) -> list[BibField]:
    return fields


def write(references: Sequence[Reference], options: WriteOptions) -> WriteResult:
    """A BibLaTeX file: UTF-8 or, on request, ASCII with LaTeX escapes; entries in their order.

    Source: BibLaTeX manual 3.18, sections 2.1 to 2.3.
    """
    return write_bib(references, options, Dialect.BIBLATEX, format_date=_format_date, adapt=_adapt)
