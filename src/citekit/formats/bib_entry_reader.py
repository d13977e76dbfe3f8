"""The reference that an entry of a ``.bib`` file is, whichever dialect it is written in."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from citekit.formats.bib_blocks import RawEntry
from citekit.formats.bib_dates import date_fields, read_date
from citekit.formats.bib_names import parse_names
from citekit.formats.bib_table import (
    EntryType,
    FieldRow,
    row_of_entry,
    row_of_field,
    row_of_stray_field,
    table_of,
)
from citekit.formats.bib_texts import URL_COMMAND, field_text, kept_text, plain_text, verbatim_text
from citekit.model.reference import CitationKey, Date, Name, Reference
from citekit.model.variables import (
    DateVariable,
    ItemType,
    NameVariable,
    NumberVariable,
    TextVariable,
    Variable,
)

_USEPREFIX = re.compile(r"\s*useprefix\s*(?:=\s*true)?\s*(?:,|$)")
_ACCESS = re.compile(
    r"(?:(?P<note>.*) \(accessed (?P<in>[^()]+)\)|Accessed:? (?P<only>.+?)\.?)", re.DOTALL
)
_ENDS_SENTENCE = ("?", "!", ".", ":")


@dataclass(slots=True)
class _Draft:
    """A reference in the making."""

    texts: dict[TextVariable, str] = field(default_factory=dict)
    numbers: dict[NumberVariable, str] = field(default_factory=dict)
    dates: dict[DateVariable, Date] = field(default_factory=dict)
    names: dict[NameVariable, tuple[Name, ...]] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)

    def has(self, variable: Variable) -> bool:
        return (
            variable in self.texts
            or variable in self.numbers
            or variable in self.dates
            or variable in self.names
        )

    def set_text(self, variable: Variable, text: str) -> None:
        if isinstance(variable, TextVariable):
            self.texts[variable] = text
        elif isinstance(variable, NumberVariable):
            self.numbers[variable] = text


def _joined_subtitles(fields: Mapping[str, str]) -> dict[str, str]:
    joined = dict(fields)
    for name, title in table_of("subtitles").items():
        first, second = joined.get(title, ""), joined.get(name, "")
        if first and second:
            mark = " " if first.rstrip("} ").endswith(_ENDS_SENTENCE) else ": "
            joined[title] = f"{first}{mark}{joined.pop(name)}"
    return joined


def _set(draft: _Draft, row: FieldRow, value: str, *, useprefix: bool) -> bool:
    """Whether the value was taken; it is not if it is empty or its variable has one."""
    if draft.has(row.variable):
        return False
    if isinstance(row.variable, NameVariable):
        names = parse_names(value, useprefix=useprefix)
        if names:
            draft.names[row.variable] = names
        return bool(names)
    text = field_text(value, row)
    if not text or isinstance(row.variable, DateVariable):
        return False
    draft.set_text(row.variable, text)
    return True


def _read_eprint(draft: _Draft, fields: dict[str, str]) -> None:
    """An arXiv number becomes ``number`` ("arXiv:2101.00001 [cs.CL]"), PubMed's ``PMID``."""
    kind = fields.get("eprinttype", fields.get("archiveprefix", "")).strip().lower()
    eprint = verbatim_text(fields.get("eprint", ""))
    if not eprint:
        return
    if kind == "arxiv" and not fields.get("number") and not fields.get("eid"):
        part = plain_text(fields.get("eprintclass", fields.get("primaryclass", "")))
        number = re.sub(r"(?i)^arxiv:\s*", "", eprint)
        draft.numbers[NumberVariable.NUMBER] = f"arXiv:{number}" + (f" [{part}]" if part else "")
    elif kind == "pubmed" and not fields.get("pmid"):
        draft.texts[TextVariable.PMID] = eprint
    else:
        return
    for name in ("eprint", "eprinttype", "archiveprefix", "eprintclass", "primaryclass"):
        fields.pop(name, None)


def _read_web(fields: dict[str, str]) -> None:
    """What classic files hide in ``howpublished`` and ``note``: an address and its access date."""
    address = URL_COMMAND.fullmatch(fields.get("howpublished", "").strip())
    if address and fields.get("url", address[1]) == address[1]:
        fields["url"] = address[1]
        del fields["howpublished"]
    access = _ACCESS.fullmatch(fields.get("note", "").strip())
    if access and not fields.get("urldate") and len(access[0]) < 1000:  # noqa: PLR2004  # a note
        fields["urldate"] = access["in"] or access["only"]
        fields["note"] = access["note"] or ""


def _read_dates(draft: _Draft, fields: dict[str, str], item_type: ItemType) -> None:
    for field_of_date in date_fields(item_type):
        if field_of_date.names.isdisjoint(fields):
            continue
        found = read_date(fields, field_of_date.name)
        if found is not None and field_of_date.variable not in draft.dates:
            draft.dates[field_of_date.variable] = found.date
            for used in found.fields:
                fields.pop(used, None)


def _read_genre(draft: _Draft, fields: dict[str, str], entry_type: str) -> None:
    """What the old types of theses say by themselves."""
    meant = table_of("keys").get({"mastersthesis": "mathesis"}.get(entry_type, entry_type), "")
    if entry_type not in {"phdthesis", "mastersthesis"}:
        return
    given = plain_text(fields.get("type", ""))
    if given == "Thesis":
        del fields["type"]
    elif not given:
        draft.texts[TextVariable.GENRE] = meant


def _read_fields(
    draft: _Draft, fields: Mapping[str, str], item_type: ItemType, *, useprefix: bool
) -> None:
    stray: list[tuple[str, str]] = []
    for name, value in fields.items():
        row = row_of_field(name, item_type)
        if row is None or not _set(draft, row, value, useprefix=useprefix):
            stray.append((name, value))
    for name, value in stray:
        row = row_of_stray_field(name)
        if row is not None and _set(draft, row, value, useprefix=useprefix):
            continue
        kept = kept_text(name, value)
        known = row is not None and _repeats(draft, row, value)
        if kept and not known:
            draft.extra[name] = kept


def _repeats(draft: _Draft, row: FieldRow, value: str) -> bool:
    """Whether the value of a field says the same as the variable that another field gave."""
    match row.variable:
        case TextVariable():
            return draft.texts.get(row.variable, "") == field_text(value, row)
        case NumberVariable():
            return draft.numbers.get(row.variable, "") == field_text(value, row)
        case _:
            return False


def _aliases(fields: dict[str, str]) -> Iterator[CitationKey]:
    for key in fields.pop("ids", "").split(","):
        if key.strip():
            yield CitationKey(key.strip())


def read_entry(entry: RawEntry) -> Reference:
    """The reference of an entry; an entry of an unknown type is read as a document.

    What no variable stands for is kept in ``extra``: text without LaTeX, identifiers and
    settings as they are, and a type that is not written by itself as ``entrytype``.
    """
    fields = _joined_subtitles(entry.fields)
    subtype = plain_text(fields.get("entrysubtype", "")).lower()
    found = row_of_entry(EntryType(entry.type, subtype))
    item_type = found.item_type if found else ItemType.DOCUMENT
    if found and subtype in {found.biblatex.subtype, found.bibtex.subtype}:
        fields.pop("entrysubtype", None)
    draft = _Draft()
    aliases = tuple(_aliases(fields))
    options = fields.pop("options", "")
    useprefix = _USEPREFIX.search(options) is not None
    options = _USEPREFIX.sub("", options).strip(" ,")
    _read_web(fields)
    _read_eprint(draft, fields)
    _read_genre(draft, fields, entry.type)
    _read_dates(draft, fields, item_type)
    _read_fields(draft, fields, item_type, useprefix=useprefix)
    if options:
        draft.extra["options"] = options
    if _is_own_type(entry.type, draft, item_type):
        draft.extra["entrytype"] = entry.type
    return Reference(
        key=CitationKey(entry.key),
        type=item_type,
        texts=draft.texts,
        numbers=draft.numbers,
        dates=draft.dates,
        names=draft.names,
        aliases=aliases,
        extra=draft.extra,
        case_settled=True,
    )


def _is_own_type(entry_type: str, draft: _Draft, item_type: ItemType) -> bool:
    """Whether the type says more than what the writers would choose by themselves."""
    row = row_of_entry(EntryType(entry_type))
    if row is None:
        return True
    written = {"phdthesis", "mastersthesis", "techreport", "conference", "electronic", "www"}
    if item_type is ItemType.BOOK and entry_type == "collection":
        return NameVariable.AUTHOR in draft.names or NameVariable.EDITOR not in draft.names
    return entry_type in table_of("type_aliases") and entry_type not in written
