"""One journal in several spellings: with other capitals, with `&` or "and", without "The".

The list of references then looks as if two journals were meant, and whoever counts or sorts by
journal gets it wrong.

    journal = {The Computer Journal},
    journal = {the computer journal},

Write it in one way. The usual one is the most frequent in all files, of equals the first; the fix
writes that.

It is harmless where two journals differ by no more than that, which is rare. Abbreviations have a
rule of their own, `journal-abbreviated-for-some`.
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
    journals = fields_called(project, "journal", "journaltitle")
    for deviation in deviations(journals, _key):
        yield problem_of(deviation)


RULE = Rule(
    "CON002",
    "journal-spelling",
    __doc__,
    Severity.WARNING,
    ProjectCheck(_check),
    fixability=Fixability.SAFE,
)
