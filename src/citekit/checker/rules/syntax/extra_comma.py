"""A comma too many.

BibTeX expects the name of a field after a comma and skips the rest of the entry if another comma
comes.

    title = {On Commas},,
    year = 2001,

Remove it; the fix does. One comma after the last field is lawful and not meant.

It is harmless for biber.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.syntax.faults import faults_of
from citekit.formats.bib_syntax.nodes import Fault, FaultKind
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span

# What would begin an entry if the comma before it went.
_ENTRY = re.compile(r"[ \t]*@")


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    for fault in faults_of(file, FaultKind.EXTRA_COMMA):
        yield file.problem(
            Span(fault.start, fault.end),
            "there is a comma too many",
            hint="Remove ','.",
            fix=None if _ENTRY.match(file.text, fault.end) else _removal(file, fault),
        )


def _removal(file: BibFile, fault: Fault) -> Fix:
    return Fix("Remove ','", (file.edit(fault.start, fault.end),))


RULE = Rule(
    "SYN030",
    "extra-comma",
    __doc__,
    Severity.WARNING,
    FileCheck(_check),
    fixability=Fixability.SAFE,
)
