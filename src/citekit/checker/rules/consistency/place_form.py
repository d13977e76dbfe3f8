"""One town that has a state or country after it in some entries and lacks it in others.

    address = {Cambridge, MA},
    address = {Cambridge, Massachusetts},

Write it in one way. The usual form is the most frequent in all files, of equals the first; the fix
writes that on request.

It is wrong for two towns of one name (Cambridge, MA and Cambridge, UK), which the rule takes apart
only if both are given with their state or country.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.consistency.spellings import (
    Deviation,
    deviations,
    fields_called,
    problem_of,
)
from citekit.model.diagnostic import Severity
from citekit.text.data import load_words
from citekit.text.folding import fold


def _parts(plain: str) -> tuple[str, tuple[str, ...]]:
    """The town, and the states and countries behind it."""
    town, *rest = (fold(part) for part in plain.split(","))
    known = load_words(__package__, "variants", "regions")
    words = tuple(word for part in rest for word in part.replace(" ", "").split())
    return (town, words) if all(word in known for word in words) else (fold(plain), ())


def _town(plain: str) -> str:
    return _parts(plain)[0]


def _are_apart(deviation: Deviation) -> bool:
    """Whether both are given with a region, and not with the same one."""
    own, usual = _parts(deviation.form)[1], _parts(deviation.usual.plain)[1]
    if not own or not usual:
        return False
    return not any(one[:1] == other[:1] for one in own for other in usual)


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    for deviation in deviations(fields_called(project, "address", "location"), _town):
        if fold(deviation.form) != fold(deviation.usual.plain) and not _are_apart(deviation):
            yield problem_of(deviation, is_safe=False)


RULE = Rule(
    "CON018",
    "place-form",
    __doc__,
    Severity.STYLE,
    ProjectCheck(_check),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
