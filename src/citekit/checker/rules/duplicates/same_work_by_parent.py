"""A work that stands there twice: once with `crossref`, once with all fields of its own.

One entry takes title and publisher of the book over from its parent, the other says them itself.
Both are listed, and the parent too, if it is cited often enough.

    @inproceedings{alder1999, author = {Alder, Ann}, title = {On Commas}, crossref = {signs1999}}
    @inproceedings{alder99, author = {Alder, Ann}, title = {On Commas}, booktitle = {Signs}}

Keep one of the two and cite that. The fix, made on request, keeps the one with the parent.

It is wrong for works of one author that share title and year, and say nothing else.

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
    return problems(project, Kind.PARENT, _problem)


def _problem(project: Project, twin: Twin, has_fix: bool) -> Problem:  # noqa: FBT001 - as called
    first, second = twin.first.entry, twin.second.entry
    whole, child = (first, second) if second.get("crossref") else (second, first)
    return second.problem(
        f"is the same work as '{first.key}', once with a crossref and once without",
        hint=f"Keep one of the two, such as '{child.key}', and cite that.",
        fix=replacing(project, whole, child, loses=True) if has_fix else None,
        related=(first.related("the first of the two"),),
    )


RULE = Rule(
    "DUP009",
    "same-work-by-parent",
    __doc__,
    Severity.WARNING,
    ProjectCheck(_check),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
