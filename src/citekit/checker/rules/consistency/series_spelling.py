"""One series that is written in several ways: other capitals, `&` or "and", without "The".

    series = {Lecture Notes in Computer Science},
    series = {Lecture notes in computer science},

Write it in one way. The usual one is the most frequent in all files, of equals the first; the fix
writes that.

It is wrong in no case we know of.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.consistency.spellings import deviations, fields_called, problem_of
from citekit.model.diagnostic import Severity
from citekit.text.folding import fold


def _key(plain: str) -> str:
    return fold(plain).removeprefix("the ")


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    for deviation in deviations(fields_called(project, "series"), _key):
        yield problem_of(deviation)


RULE = Rule(
    "CON022",
    "series-spelling",
    __doc__,
    Severity.STYLE,
    ProjectCheck(_check),
    fixability=Fixability.SAFE,
)
