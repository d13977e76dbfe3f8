"""A value of several words without braces or quotes.

Only a number or the name of a string may stand without delimiters. BibTeX takes the first word for
a string and skips the rest of the entry.

    journal = Annals of Botany,

Put the value into braces. The fix does; it is made only on request, since a comma within the value
may have cut it short.

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
    for fault in faults_of(file, FaultKind.BARE_VALUE):
        words = shown(file, fault)
        edits = (
            file.edit(fault.start, fault.start, "{"),
            file.edit(fault.end, fault.end, "}"),
        )
        yield file.problem(
            Span(fault.start, fault.end),
            f"the value '{words}' of '{fault.subject}' has no delimiters",
            hint=f"Write '{{{words}}}'.",
            fix=Fix(f"Write '{{{words}}}'", edits, is_safe=False),
        )


RULE = Rule(
    "SYN005",
    "bare-value",
    __doc__,
    Severity.ERROR,
    FileCheck(_check),
    fixability=Fixability.UNSAFE,
)
