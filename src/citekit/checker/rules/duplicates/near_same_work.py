"""Two entries that are one work, though they are written differently.

Titles with a slip or without the subtitle, names with and without given names, abbreviated
journals: such entries are compared as those are that citations are resolved to.

    @article{alder1999, author = {Alder, Ann}, title = {The Use of Commas}, year = 1999}
    @article{alder99, author = {A. Alder}, title = {The Uses of Commas}, year = 1999}

Put what both say into one entry and cite that.

It is wrong more often than `same-work`, and costs more time. The rule is off by default.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.keys.libraries import libraries
from citekit.model.diagnostic import Severity


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    from citekit.checker.rules.duplicates.near_twins import near_twins

    done: set[tuple[str, int]] = set()
    for library in libraries(project):
        for one, other, _ in near_twins(library):
            first, second = one.entry, other.entry
            place = (second.file.path, second.index)
            if place not in done:
                done.add(place)
                yield second.problem(
                    f"may be the same work as '{first.key}'",
                    hint=f"If it is, put both into one entry, and cite '{first.key}'.",
                    related=(first.related("the entry that it is like"),),
                )


RULE = Rule(
    "DUP006",
    "near-same-work",
    __doc__,
    Severity.WARNING,
    ProjectCheck(_check),
    is_default=False,
)
