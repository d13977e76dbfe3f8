"""A field that an entry has twice with the same value.

BibTeX warns and takes the first, biber the last. As long as both say the same nothing is lost, but
the next correction will reach only one of them.

    year = 2001,
    doi = {10.5555/12345678},
    year = {2001},

Remove one; the fix removes the later one. Case and blanks at the ends do not count as a
difference.

It is harmless today.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.syntax.field_repetitions import field_repetitions
from citekit.model.diagnostic import Severity


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    for repetition in field_repetitions(file):
        if repetition.is_equal:
            first, other = repetition.first, repetition.other
            yield other.entry.problem(
                f"'{other.name}' stands twice with the same value",
                span=other.node.name_span,
                hint=f"Remove this '{other.name}'.",
                fix=other.removal(),
                related=(first.related("stands first here"),),
            )


RULE = Rule(
    "SYN014",
    "repeated-field",
    __doc__,
    Severity.WARNING,
    FileCheck(_check),
    fixability=Fixability.SAFE,
)
