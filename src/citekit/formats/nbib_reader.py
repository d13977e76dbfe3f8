"""References from the MEDLINE format of PubMed."""

import re

from citekit.formats.findings import FormatCode, finding
from citekit.formats.format_tables import format_table
from citekit.formats.inverted_names import split_particles
from citekit.formats.nbib import DATE, FORMAT, NAME, ORGANISATION, SHORT, TYPE, split_suffix
from citekit.formats.nbib_dates import parse_nbib_date
from citekit.formats.reference_draft import ReferenceDraft
from citekit.formats.results import ReadResult
from citekit.formats.tagged_lines import TaggedLine, TaggedRecord, read_lines
from citekit.formats.tagged_records import TagSyntax, split_records
from citekit.model.diagnostic import Diagnostic
from citekit.model.reference import Literal, Name, Reference
from citekit.model.variables import DateVariable, ItemType, NameVariable

_TAGGED = re.compile(r"([A-Z]{2,4}) {0,2}- ?(.*)")
_FIRST, _SOURCE, _IDENTIFIER = "PMID", "SO", "AID"
_DOI = "[doi]"
_FULL = {short: full for full, short in SHORT.items()}


def _short_name(text: str) -> Name:
    """``King ML Jr``: the initials stand last, but for a suffix."""
    words = text.split()
    suffix = split_suffix(words)
    given = words.pop() if len(words) > 1 and words[-1].isupper() else ""
    return split_particles(" ".join(words), given, suffix)


def _read_organisations(record: TaggedRecord, draft: ReferenceDraft) -> frozenset[str]:
    """Take all names, as organisations stand among persons; gives the tags that are done."""
    tags = {line.tag for line in record.lines}
    roles = {"FAU": NameVariable.AUTHOR, "FED": NameVariable.EDITOR}
    for line in record.lines:
        full = _FULL.get(line.tag, line.tag)
        name: Name | None = None
        if line.tag == ORGANISATION and line.value:
            draft.put_name(NameVariable.AUTHOR, Literal(line.value))
        elif full in roles and line.value and (line.tag == full or full not in tags):
            name = FORMAT.read_name(line.value) if line.tag == full else _short_name(line.value)
        if name is not None:
            draft.put_name(roles[full], name)
    return frozenset({*roles, *_FULL, ORGANISATION})


def _item_type(record: TaggedRecord, draft: ReferenceDraft) -> ItemType:
    """The type of the first publication type that is known; all others are kept."""
    found: ItemType | None = None
    for line in record.lines:
        if line.tag == TYPE:
            known = format_table(NAME).type_of(line.value)
            if known is None or found is not None:
                draft.keep(f"{NAME}:{TYPE}", line.value)
            found = found or known
    if record.first("BTI") and found in {None, ItemType.ARTICLE_JOURNAL}:
        return ItemType.CHAPTER if record.first("TI") else ItemType.BOOK
    return found or (ItemType.ARTICLE_JOURNAL if record.first("JT") else ItemType.DOCUMENT)


def _reference(record: TaggedRecord) -> Reference:
    draft = ReferenceDraft(key=record.first(_FIRST))
    draft.type = _item_type(record, draft)
    date = parse_nbib_date(record.first(DATE))
    if date is not None:
        draft.put_date(DateVariable.ISSUED, date)
    done = {TYPE, DATE, _SOURCE, *_read_organisations(record, draft)}
    lines: list[TaggedLine] = []
    for line in record.lines:
        # Other identifiers, such as the publisher's, stand under the same tags as the DOI.
        other = line.tag in {_IDENTIFIER, "LID"} and not line.value.endswith(_DOI)
        if other:
            draft.keep(f"{NAME}:{line.tag}", line.value)
        else:
            lines.append(line)
    read_lines(FORMAT, TaggedRecord(tuple(lines)), draft, frozenset(done))
    return draft.finished()


def read(text: str, path: str) -> ReadResult:
    """The references of a file, each with its PMID for a key; other tags are kept in ``extra``.

    The line that only sums up the source is passed over.

    Source: MEDLINE/PubMed data element (field) descriptions.
    """
    diagnostics: list[Diagnostic] = []
    records = split_records(text, path, TagSyntax(_TAGGED, _FIRST), diagnostics)
    references = tuple(map(_reference, records))
    if not references:
        diagnostics.append(finding(FormatCode.NO_ENTRY, "no line with a tag", path=path))
    return ReadResult(references, tuple(diagnostics))
