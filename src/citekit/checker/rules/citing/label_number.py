"""`p.` before several pages, or `pp.` before one, outside of LaTeX.

Pandoc, MyST and Typst read the label and print the right one; in the source it stays misleading.

    [@alder1999, p. 3-7]

Write "p." for one page and "pp." for several; the fix does. In LaTeX, which prints the label as it
stands, `doubled-label` speaks of it.

It is a matter of taste. The rule is off by default.
"""

from collections.abc import Iterator

from citekit.checker.document_file import DocumentFile
from citekit.checker.finding import Problem
from citekit.checker.rule import DocumentCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.citing.groups import groups_of
from citekit.checker.rules.citing.locator_labels import misnumbered_labels
from citekit.drafts.key_uses.uses import KeyNotation
from citekit.model.diagnostic import Severity


def _check(document: DocumentFile, _options: RuleOptions) -> Iterator[Problem]:
    for group in groups_of(document):
        if group.notation is not KeyNotation.LATEX:
            for fault in misnumbered_labels(group):
                yield fault.problem(group)


RULE = Rule(
    "CIT020",
    "label-number",
    __doc__,
    Severity.STYLE,
    DocumentCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
)
