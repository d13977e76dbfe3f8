"""Twins as problems."""

from collections.abc import Callable, Iterator

from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rules.duplicates.twins import Kind, Twin, twins_of
from citekit.checker.rules.keys.libraries import libraries

_MOST_FIXES = 500


def twins(project: Project, kind: Kind) -> Iterator[Twin]:
    """The twins of that kind, each once, in all libraries of ``project``."""
    done: set[tuple[str, int]] = set()
    for library in libraries(project):
        for twin in twins_of(library):
            place = (twin.second.entry.file.path, twin.second.entry.index)
            if twin.kind is kind and place not in done:
                done.add(place)
                yield twin


def problems(
    project: Project, kind: Kind, problem: Callable[[Project, Twin, bool], Problem]
) -> Iterator[Problem]:
    """A problem for each twin of that kind; the first few hundred are told to have fixes."""
    for number, twin in enumerate(twins(project, kind)):
        yield problem(project, twin, number < _MOST_FIXES)
