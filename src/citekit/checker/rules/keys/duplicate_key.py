"""A key that two entries of one file have.

BibTeX refuses the second entry, biber takes the last; a document that cites the key may get the
wrong work.

    @book{alder2001, title = {On Commas}}
    @book{alder2001, title = {On Signs}}

Give one of them another key, or remove it if both are the same work. The fix, made on request,
removes a second entry that says nothing else than the first.

It is never harmless.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile, Entry
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    firsts: dict[str, Entry] = {}
    for entry in file.entries:
        first = firsts.setdefault(entry.key, entry)
        if first is entry or not entry.key:
            continue
        is_same = _content(first) == _content(entry)
        yield file.problem(
            entry.node.key_span,
            f"the key '{entry.key}' is that of another entry"
            + (", which says the same" if is_same else ""),
            hint="Remove this entry." if is_same else "Give one of the entries another key.",
            fix=entry.removal() if is_same else None,
            related=(first.related("the first of that key"),),
        )


def _content(entry: Entry) -> tuple[str, frozenset[tuple[str, str]]]:
    fields = frozenset((field.name, " ".join(field.value.split())) for field in entry.fields)
    return entry.type, fields


RULE = Rule(
    "KEY002",
    "duplicate-key",
    __doc__,
    Severity.ERROR,
    FileCheck(_check),
    fixability=Fixability.UNSAFE,
)
