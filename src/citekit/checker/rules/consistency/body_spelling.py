"""One publisher, institution or place that is written in several ways.

With other capitals, hyphens or points, or without "The", one house looks like two in the printed
list.

    publisher = {Addison-Wesley},
    publisher = {Addison Wesley},

Write it in one way. The usual one is the most frequent in all files, of equals the first; the fix
writes that.

It is harmless where the house changed its name and each book keeps the one on its title page.
Legal forms ("Inc.") and states after a town have rules of their own.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.consistency.spellings import deviations, fields_called, problem_of
from citekit.model.diagnostic import Severity
from citekit.text.folding import fold

_KINDS = (
    ("publisher", "institution", "school", "organization"),
    ("address", "location"),
)


def _key(plain: str) -> str:
    return fold(plain).removeprefix("the ")


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    for names in _KINDS:
        fields = fields_called(project, *names)
        for deviation in deviations(fields, _key):
            yield problem_of(deviation)


RULE = Rule(
    "CON005",
    "publisher-spelling",
    __doc__,
    Severity.STYLE,
    ProjectCheck(_check),
    fixability=Fixability.SAFE,
)
