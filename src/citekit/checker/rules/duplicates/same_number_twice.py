"""Two entries with one number of arXiv or PubMed, or one ISBN.

Such a number belongs to one work. Of books, ISBN and title have to agree, and volume and edition
must not differ; of parts of books, the pages or the chapter too.

    @misc{alder1999, eprint = {1706.03762}, archiveprefix = {arXiv}}
    @misc{alder99, url = {https://arxiv.org/abs/1706.03762v2}}

Remove one entry and cite the other, or correct the number.

A preprint beside the article made of it, with the number in both, is left to
`preprint-beside-published`.
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
    for twin in twins(project, Kind.NUMBER):
        first, second = twin.first.entry, twin.second.entry
        yield second.problem(
            f"has {twin.what}, as '{first.key}' has",
            hint=f"Remove one of the two and cite '{first.key}', or correct the number.",
            related=(first.related("the entry with the same number"),),
        )


RULE = Rule("DUP002", "same-number", __doc__, Severity.WARNING, ProjectCheck(_check))
