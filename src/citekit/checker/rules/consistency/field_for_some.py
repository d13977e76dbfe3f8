"""A field that most entries of a type have, and this one lacks.

Where nearly all articles have a DOI, or all books the place of the publisher, the gap is seen in
the printed list.

    @article{alder2001, …, doi = {10.1000/1}}
    @article{quill2003, …}

Add the field, or leave it out of all. Nothing but the work itself tells what it would hold.

It is harmless where the work has no such thing, as old articles have no DOI. Off unless asked for.

Options: `share`, how many per cent of the entries of a type must have the field (60); `entries`,
how many entries of the type there must be (3); `ignored`, fields that are not looked at (those that
are meant for some entries only, such as `note`, `editor` and `url`, and those that are not
printed).
"""

from collections import Counter
from collections.abc import Iterator

from citekit.checker.bib_file import BibFile, Entry
from citekit.checker.field_places import place_of
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_SAME = {
    "date": "year", "journaltitle": "journal", "location": "address", "archiveprefix": "eprint",
    "primaryclass": "eprint", "eprinttype": "eprint", "eprintclass": "eprint",
}  # fmt: skip
_IGNORED = (
    "note", "editor", "url", "urldate", "abstract", "keywords", "file", "groups", "timestamp",
    "owner", "crossref", "annote", "comment", "langid", "language", "month", "eprint", "subtitle",
    "shorttitle", "key", "edition", "series", "date-added", "date-modified", "bdsk-url-1", "biburl",
    "bibsource", "creationdate", "modificationdate", "chapter", "options", "day",
)  # fmt: skip


def _check(file: BibFile, options: RuleOptions) -> Iterator[Problem]:
    by_type: dict[str, list[Entry]] = {}
    for entry in file.entries:
        by_type.setdefault(entry.type, []).append(entry)
    for entries in by_type.values():
        if len(entries) >= options.number("entries"):
            yield from _lacking(entries, options)


def _lacking(entries: list[Entry], options: RuleOptions) -> Iterator[Problem]:
    total, share = len(entries), options.number("share")
    ignored = options.words("ignored")
    given = [_names(entry) for entry in entries]
    counts = Counter(name for names in given for name in names)
    common = [
        name
        for name, count in counts.items()
        if count < total and count * 100 >= share * total and name not in ignored
    ]
    for entry, names in zip(entries, given, strict=True):
        for name in common:
            if name not in names and not entry.has(name):
                yield entry.problem(
                    f"'@{entry.node.type}' has no '{name}', which {counts[name]} of {total} have",
                    span=place_of(entry, name),
                    hint=f"Add '{name} = {{…}}'.",
                )


def _names(entry: Entry) -> set[str]:
    return {_SAME.get(field.name, field.name) for field in entry.fields if field.value.strip("{} ")}


RULE = Rule(
    "CON001",
    "field-for-some",
    __doc__,
    Severity.INFO,
    FileCheck(_check),
    is_default=False,
    options={"share": 60, "entries": 3, "ignored": _IGNORED},
)
