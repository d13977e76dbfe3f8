"""A number of arXiv in `eprint` without the name of the archive.

Without `archiveprefix`, or `eprinttype` for BibLaTeX, styles print the number alone and make no
link.

    eprint = {1706.03762}

Add `archiveprefix = {arXiv}`, or `eprinttype = {arxiv}` for BibLaTeX.

It is wrong for a number of another archive that looks like one of arXiv; we know of none.
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.identifiers.arxiv import PREFIX, archive_field, fault_of, number_of
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    entry = field.entry
    if entry.first("archiveprefix", "eprinttype", "archive") is not None:
        return
    number = "" if PREFIX.match(field.value) else number_of(field.value)
    if number and not fault_of(number):
        name, value = archive_field(entry)
        yield field.problem(
            f"'{field.value.strip()}' is of arXiv, but nothing says so",
            hint=f"Add '{name} = {value}'.",
            fix=entry.addition(name, value, after=field),
        )


RULE = Rule(
    "IDN042",
    "eprint-without-archive",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"eprint"})),
    fixability=Fixability.SAFE,
)
