"""Text within an entry that belongs to no field.

BibTeX and biber skip the rest of the entry. Mostly a value was closed too early, by a `"` or a `}`
in its midst.

    title = "The "Great" War",

Put what belongs to the value into it, with its delimiters balanced, or remove the text.

It is never harmless.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.syntax.faults import faults_of, shown
from citekit.formats.bib_syntax.nodes import FaultKind
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    for fault in faults_of(file, FaultKind.STRAY_TEXT):
        words = shown(file, fault)
        yield file.problem(
            Span(fault.start, fault.end),
            f"'{words}' is no part of a field",
            hint="Put it into the delimiters of a value, or remove it.",
        )


RULE = Rule("SYN032", "stray-text", __doc__, Severity.ERROR, FileCheck(_check))
