r"""A page of a citation whose label stands twice, or in the wrong number.

"pp. p. 3" is a slip; and LaTeX prints `p. 3-7` just so, where it should read "pp. 3–7".

    [@alder1999, pp. p. 3]
    \citep[p. 3-7]{alder1999}

Write one label, "p." for one page and "pp." for several; the fix does. In other markups than LaTeX
the number does not matter for the print; `label-number` speaks of it on request.

It is wrong where "p." is meant to stand for both.
"""

from collections.abc import Iterator

from citekit.checker.document_file import DocumentFile
from citekit.checker.finding import Problem
from citekit.checker.rule import DocumentCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.citing.groups import groups_of
from citekit.checker.rules.citing.locator_labels import doubled_labels, misnumbered_labels
from citekit.drafts.key_uses.uses import KeyNotation
from citekit.model.diagnostic import Severity


def _check(document: DocumentFile, _options: RuleOptions) -> Iterator[Problem]:
    for group in groups_of(document):
        faults = list(doubled_labels(group))
        if not faults and group.notation is KeyNotation.LATEX:
            faults += misnumbered_labels(group)
        for fault in faults:
            yield fault.problem(group)


RULE = Rule(
    "CIT018",
    "doubled-label",
    __doc__,
    Severity.WARNING,
    DocumentCheck(_check),
    fixability=Fixability.SAFE,
)
