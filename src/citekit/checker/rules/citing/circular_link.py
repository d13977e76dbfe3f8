"""Entries that take over from one another in a ring.

An entry whose `crossref`, `xdata` or `entryset` leads back to itself, at once or through others,
takes over nothing that can be relied on: biber gives up, BibTeX takes what it meets first.

    @inbook{alder2001, crossref = {birch2001}}
    @book{birch2001, crossref = {alder2001}}

Remove the link that leads from the whole to its part.

It is never harmless. `related` and `xref` hand nothing down and may well lead to and fro.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.citing.library_links import linked_libraries
from citekit.checker.rules.citing.linked_keys import Link
from citekit.checker.rules.citing.rings import rings
from citekit.model.diagnostic import Severity

_MOST_SHOWN = 8


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    for library in linked_libraries(project):
        yield from map(_problem, rings(library))


def _problem(ring: tuple[Link, ...]) -> Problem:
    first = ring[0]
    keys = [first.field.entry.key, *(link.key for link in ring)]
    way = " → ".join(keys if len(keys) <= _MOST_SHOWN else [*keys[:_MOST_SHOWN], "…", keys[-1]])
    return first.field.problem(
        f"leads round to the entry itself: {way}",
        start=first.start,
        end=first.end,
        hint=f"Remove one of these links, such as '{first.key}' here.",
        related=tuple(link.field.related("leads on") for link in ring[1:_MOST_SHOWN]),
    )


RULE = Rule("CIT008", "circular-link", __doc__, Severity.ERROR, ProjectCheck(_check))
