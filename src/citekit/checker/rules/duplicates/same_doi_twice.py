"""Two entries with one DOI.

A DOI belongs to one work: either both entries are that work, which is then listed twice, or one of
the DOIs was copied with the rest and leads a reader astray.

    @article{alder1999, doi = {10.1000/182}}
    @article{alder99, doi = {10.1000/182}}

Remove one entry and cite the other, or correct the DOI. The DOI may be in `doi` or in the address
`url`; case does not matter.

Parts of a book that were given the DOI of the book are not meant, nor are versions of software that
say so.
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
    for twin in twins(project, Kind.DOI):
        first, second = twin.first.entry, twin.second.entry
        field = second.get("doi") or second.get("url")
        yield second.problem(
            f"has the DOI of '{first.key}', {twin.what}",
            span=field.span if field else None,
            hint=f"Remove one of the two and cite '{first.key}', or correct the DOI.",
            related=(first.related("the entry with the same DOI"),),
        )


RULE = Rule("DUP001", "same-doi", __doc__, Severity.ERROR, ProjectCheck(_check))
