"""A field without `=` between its name and its value.

BibTeX and biber stop reading the entry here and leave out its fields.

    author {Moritz Alder},

Write `=` after the name; the fix does.

It is never harmless.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.syntax.faults import faults_of
from citekit.formats.bib_syntax.nodes import FaultKind
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    for fault in faults_of(file, FaultKind.NO_EQUALS):
        yield file.problem(
            Span(fault.start, fault.end),
            f"there is no '=' after '{fault.subject}'",
            hint=f"Write '{fault.subject} = '.",
            fix=Fix("Write '='", (file.edit(fault.end, fault.end, " ="),)),
        )


RULE = Rule(
    "SYN004",
    "missing-equals",
    __doc__,
    Severity.ERROR,
    FileCheck(_check),
    fixability=Fixability.SAFE,
)
