"""References from EndNote's tagged format and from refer."""

import re

from citekit.fields.dates import parse_date
from citekit.fields.edtf import parse_edtf
from citekit.formats.enw import DAY, FORMAT, KEY, NAME, TYPE, YEAR
from citekit.formats.findings import FormatCode, finding
from citekit.formats.format_tables import format_table
from citekit.formats.reference_draft import ReferenceDraft
from citekit.formats.results import ReadResult
from citekit.formats.tagged_lines import TaggedRecord, read_lines
from citekit.formats.tagged_records import TagSyntax, split_records
from citekit.formats.tree_records import date_of
from citekit.model.diagnostic import Diagnostic
from citekit.model.reference import Date, DateRange, Literal, Reference
from citekit.model.variables import DateVariable, ItemType

_TAGGED = re.compile(r"%([0-9A-Z!#$&()*+,\-.:;<=>?@\[\]^_|~])(?:[ \t]+(.*))?")
_YEAR = re.compile(r"\d{4}")
_ACCESSED = "["
_DONE = frozenset({KEY, TYPE, YEAR, DAY, _ACCESSED})


def _issued(record: TaggedRecord) -> Date | None:
    """The day, with the year of its own line where it has none, else the year."""
    year, day = record.first(YEAR), record.first(DAY)
    shown = day if not year or _YEAR.search(day) else f"{day} {year}"
    for text in (shown.strip(), year):
        found = parse_edtf(text) or parse_date(text)
        if isinstance(found, DateRange):
            return found
    return Literal(year or day) if year or day else None


def _type_without_tag(record: TaggedRecord) -> ItemType:
    """The type of a record of refer, which has no tag for it."""
    if record.first("J"):
        return ItemType.ARTICLE_JOURNAL
    if record.first("B"):
        return ItemType.CHAPTER
    if record.first("R"):
        return ItemType.REPORT
    return ItemType.BOOK if record.first("I") else ItemType.DOCUMENT


def _reference(record: TaggedRecord, path: str, diagnostics: list[Diagnostic]) -> Reference:
    name = record.first(TYPE)
    item_type = format_table(NAME).type_of(name) if name else _type_without_tag(record)
    if item_type is None:
        message = f"unknown reference type {name!r}, read as a document"
        diagnostics.append(finding(FormatCode.UNKNOWN_TYPE, message, path=path, line=record.line))
    draft = ReferenceDraft(item_type or ItemType.DOCUMENT, record.first(KEY))
    issued, accessed = _issued(record), date_of(record.first(_ACCESSED))
    if issued is not None:
        draft.put_date(DateVariable.ISSUED, issued)
    if accessed is not None:
        draft.put_date(DateVariable.ACCESSED, accessed)
    read_lines(FORMAT, record, draft, _DONE)
    return draft.finished()


def read(text: str, path: str) -> ReadResult:
    """The references of a file; tags without a variable are kept in ``extra``.

    Source: EndNote 20 user guide, "Creating a Tagged EndNote Import File"; refer(1).
    """
    diagnostics: list[Diagnostic] = []
    references = [
        _reference(record, path, diagnostics)
        for record in split_records(text, path, TagSyntax(_TAGGED, TYPE), diagnostics)
    ]
    if not references:
        diagnostics.append(finding(FormatCode.NO_ENTRY, "no line with a tag", path=path))
    return ReadResult(tuple(references), tuple(diagnostics))
