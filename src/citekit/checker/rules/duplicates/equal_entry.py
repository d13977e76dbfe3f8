"""Two entries that say the same under two keys.

The work is listed twice, and a correction of one leaves the other as it was.

    @book{alder1999, author = {Alder, Ann}, title = {On Commas}}
    @book{alder99, author = {Alder, Ann}, title = {On Commas}}

Remove the second and cite the first. The fix does, in all documents; it is safe where documents are
checked together with the file and none of them cites the second.

Entries of one key have rules of their own. It is never useful.

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
from citekit.checker.rules.duplicates.twins import Kind, Twin
from citekit.model.diagnostic import Severity


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    return problems(project, Kind.EQUAL, _problem)


def _problem(project: Project, twin: Twin, has_fix: bool) -> Problem:  # noqa: FBT001 - as called
    first, second = twin.first.entry, twin.second.entry
    return second.problem(
        f"says the same as '{first.key}'",
        hint=f"Remove it, and cite '{first.key}'.",
        fix=replacing(project, second, first) if has_fix else None,
        related=(first.related("the first of the two"),),
    )


RULE = Rule(
    "DUP003",
    "equal-entry",
    __doc__,
    Severity.WARNING,
    ProjectCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
)
