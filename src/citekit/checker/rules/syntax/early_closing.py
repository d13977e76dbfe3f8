"""A brace that closes an entry before its last fields.

What comes after the brace is a comment to BibTeX and biber: those fields are lost.

    title = {On Commas}},
    year = 2001,
    }

Remove the brace, or write the one that it was meant to close. The fix removes it, on request.

It is never harmless.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.syntax.faults import faults_of, shown
from citekit.formats.bib_syntax.nodes import FaultKind
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    for fault in faults_of(file, FaultKind.EXTRA_CLOSING):
        sign = shown(file, fault)
        edit = file.edit(fault.start, fault.end)
        yield file.problem(
            Span(fault.start, fault.end),
            f"'{sign}' closes the entry before its last fields",
            hint=f"Remove '{sign}', or write the brace that it was meant to close.",
            fix=Fix(f"Remove '{sign}'", (edit,), is_safe=False),
        )


RULE = Rule(
    "SYN034",
    "early-closing",
    __doc__,
    Severity.ERROR,
    FileCheck(_check),
    fixability=Fixability.UNSAFE,
)
