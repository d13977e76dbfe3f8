"""A preprint beside the article or paper that was made of it.

Who cites both lists one work twice; most journals ask for the printed version.

    @misc{alder2017, author = {Alder, Ann}, title = {On Commas}, eprint = {1706.03762}}
    @article{alder2018, author = {Alder, Ann}, title = {On Commas}, journal = {Signs}, year = 2018}

Cite the printed version; a number of arXiv may go into its `eprint`. The fix, made on request,
removes the preprint and cites the other.

It may be meant, where the two differ. The rule is off by default.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.duplicates.removing import replacing
from citekit.checker.rules.duplicates.reporting import problems
from citekit.checker.rules.duplicates.twins import Kind, Twin
from citekit.model.diagnostic import Severity


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    return problems(project, Kind.PREPRINT, _problem)


def _problem(project: Project, twin: Twin, has_fix: bool) -> Problem:  # noqa: FBT001 - as called
    first, second = twin.first.entry, twin.second.entry
    preprint, printed = (first, second) if twin.first.is_preprint else (second, first)
    what = "is a preprint of" if second is preprint else "is the printed version of the preprint"
    return second.problem(
        f"{what} '{first.key}'",
        hint=f"Cite '{printed.key}', and remove '{preprint.key}'.",
        fix=replacing(project, preprint, printed, loses=True) if has_fix else None,
        related=(first.related("the other version"),),
    )


RULE = Rule(
    "DUP008",
    "preprint-beside-published",
    __doc__,
    Severity.INFO,
    ProjectCheck(_check),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
