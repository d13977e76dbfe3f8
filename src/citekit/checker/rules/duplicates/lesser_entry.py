"""An entry all of whose fields another has as well, which says more.

The work is listed twice, once with less.

    @book{alder1999, author = {Alder, Ann}, title = {On Commas}, year = 1999, publisher = {Birch}}
    @book{alder99, author = {Alder, Ann}, title = {On Commas}, year = 1999}

Remove the lesser entry and cite the other. The fix does, in all documents; it is safe where
documents are checked together with the file and none of them cites the lesser. Author, title and
year have to be among what both have.

It is wrong for works of one author with one title in one year, such as the parts of a series.

The rule is off by default: a second entry that no document cites does no harm. A document that
cites both is reported by `cited-under-two-keys`.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.duplicates.removing import replacing
from citekit.checker.rules.duplicates.reporting import problems
from citekit.checker.rules.duplicates.same_content import is_lesser
from citekit.checker.rules.duplicates.twins import Kind, Twin
from citekit.model.diagnostic import Severity


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    return problems(project, Kind.LESSER, _problem)


def _problem(project: Project, twin: Twin, has_fix: bool) -> Problem:  # noqa: FBT001 - as called
    first, second = twin.first.entry, twin.second.entry
    is_second_lesser = is_lesser(twin.second, twin.first)
    lesser, fuller = (second, first) if is_second_lesser else (first, second)
    message = f"says nothing that '{first.key}' does not say"
    if not is_second_lesser:
        message = f"says all that '{first.key}' says, and more"
    return second.problem(
        message,
        hint=f"Remove '{lesser.key}', and cite '{fuller.key}'.",
        fix=replacing(project, lesser, fuller) if has_fix else None,
        related=(first.related("the first of the two"),),
    )


RULE = Rule(
    "DUP004",
    "lesser-entry",
    __doc__,
    Severity.WARNING,
    ProjectCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
)
