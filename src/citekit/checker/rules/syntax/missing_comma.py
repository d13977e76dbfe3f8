"""A comma that is missing after a key or a value.

Without the comma BibTeX skips all that is left of the entry, and biber the whole entry.

    author = {Moritz Alder}
    title = {On Commas},

Write a comma after the value; the fix does.

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
    for fault in faults_of(file, FaultKind.NO_COMMA):
        fix = Fix("Write ','", (file.edit(fault.start, fault.start, ","),))
        yield file.problem(
            Span(fault.start, fault.end),
            f"there is no comma after '{fault.subject}'",
            hint="Write ',' here.",
            fix=fix,
        )


RULE = Rule(
    "SYN003",
    "missing-comma",
    __doc__,
    Severity.ERROR,
    FileCheck(_check),
    fixability=Fixability.SAFE,
)
