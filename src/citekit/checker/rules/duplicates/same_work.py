"""Two entries with the same title, first author and year.

The work is listed twice, or two documents cite it under two keys.

    @article{alder1999, author = {Alder, Ann}, title = {On {Commas}}, year = 1999}
    @article{alder99, author = {A. Alder}, title = {On commas.}, year = {1999}}

Put what both say into one entry and cite that. Case, braces, accents and punctuation do not count,
and one year may be missing. Entries are told apart by their kind, by the journal or book, volume,
number, pages, edition, version and DOI.

It is wrong for works of one author that share title and year, and say nothing else.

The rule is off by default: a second entry that no document cites does no harm. A document that
cites both is reported by `cited-under-two-keys`.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.duplicates.reporting import twins
from citekit.checker.rules.duplicates.twins import Kind
from citekit.model.diagnostic import Severity


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    for twin in twins(project, Kind.TITLE):
        first, second = twin.first.entry, twin.second.entry
        yield second.problem(
            f"has title and first author of '{first.key}': it seems to be the same work",
            hint=f"Put both into one entry, and cite '{first.key}'.",
            related=(first.related("the first of the two"),),
        )


RULE = Rule(
    "DUP005", "same-work", __doc__, Severity.WARNING, ProjectCheck(_check), is_default=False
)
