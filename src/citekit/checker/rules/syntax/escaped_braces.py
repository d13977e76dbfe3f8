r"""Braces with a backslash that leave a value unbalanced.

BibTeX counts `\{` and `\}` as braces like any others. Where they are not balanced the value ends at
another place than LaTeX would have it, and the file cannot be read any further.

    title = {The sign \{ in C},

Write `{\textbraceleft}` or `{\textbraceright}`.

It is never harmless.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.syntax.faults import faults_of
from citekit.formats.bib_syntax.nodes import FaultKind
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    for fault in faults_of(file, FaultKind.ESCAPED_BRACES):
        start = min(
            place if place >= 0 else fault.end
            for place in (
                file.text.find("\\{", fault.start, fault.end),
                file.text.find("\\}", fault.start, fault.end),
            )
        )
        yield file.problem(
            Span(start, min(start + 2, fault.end)),
            f"braces in '{fault.subject}' are not balanced, since BibTeX counts"
            f" '{file.text[start : start + 2]}' too",
            hint="Write '{\\textbraceleft}' or '{\\textbraceright}'.",
        )


RULE = Rule("SYN036", "escaped-braces", __doc__, Severity.ERROR, FileCheck(_check))
