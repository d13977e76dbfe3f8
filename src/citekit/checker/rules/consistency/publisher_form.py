"""One publisher that has a legal form or a word of the trade in some entries only.

    publisher = {Hedge Press},
    publisher = {Hedge Press, Inc.},

Write it in one way, which most style guides want without "Inc.", "Ltd." and the like. The usual
form is the most frequent in all files, of equals the first; the fix writes that on request.

It is harmless where two houses of a group are meant.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.consistency.spellings import deviations, fields_called, problem_of
from citekit.model.diagnostic import Severity
from citekit.text.data import load_words
from citekit.text.folding import fold


def _key(plain: str) -> str:
    trade = load_words(__package__, "variants", "trade")
    words = [word for word in fold(plain).removeprefix("the ").split() if word not in trade]
    return "".join(words)


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    for deviation in deviations(fields_called(project, "publisher"), _key):
        if fold(deviation.form) != fold(deviation.usual.plain):
            yield problem_of(deviation, is_safe=False)


RULE = Rule(
    "CON017",
    "publisher-form",
    __doc__,
    Severity.STYLE,
    ProjectCheck(_check),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
