"""A field that names another entry, which is not there.

`crossref`, `xref`, `xdata`, `related` and `entryset` hold keys of entries. What cannot be found is
not taken over: the part of a book stays without title, publisher and year of the book.

    @inbook{alder2001, crossref = {birch2001}}      (there is no birch2001)

Correct the key, or add the entry. The fix, made on request, puts in the key that it is a slip of,
if there is just one.

It is wrong where the other entry stands in a file that was not given: name that file as well.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.citing.library_links import LinkedLibrary, linked_libraries
from citekit.checker.rules.citing.linked_keys import Link
from citekit.checker.rules.citing.near_keys import NearKeys
from citekit.model.diagnostic import Severity


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    for library in linked_libraries(project):
        near = NearKeys(library.keys)
        for link in library.links:
            if not _is_there(link, library):
                own = link.field.entry.key
                yield _problem(link, tuple(one for one in near.of(link.key) if one != own))


def _is_there(link: Link, library: LinkedLibrary) -> bool:
    if link.key in library.keys:
        return True
    is_bibtex = link.field.entry.file.dialect == "bibtex"
    return is_bibtex and link.key.casefold() in library.folded


def _problem(link: Link, near: tuple[str, ...]) -> Problem:
    field = link.field
    quoted = " or ".join(f"'{one}'" for one in near)
    fix = None
    if len(near) == 1:
        fix = field.amendment(f"Write '{near[0]}'", link.start, link.end, near[0], is_safe=False)
    return field.problem(
        f"names '{link.key}', which no entry has as key",
        start=link.start,
        end=link.end,
        hint=f"Did you mean {quoted}?" if near else "Correct the key, or add the entry.",
        fix=fix,
    )


RULE = Rule(
    "CIT006",
    "missing-target",
    __doc__,
    Severity.ERROR,
    ProjectCheck(_check),
    fixability=Fixability.UNSAFE,
)
