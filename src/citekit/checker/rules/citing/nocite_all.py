r"""A request for all works, behind which uncited entries hide.

With `\nocite{*}` the printed list holds every entry of the file, cited or not, and no unused one
shows.

    \nocite{*}

Remove it where the list is to hold what is cited; the message says how many entries would go.

It is right in a list of one's own works and in an annotated bibliography.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.citing.used_entries import uncited
from citekit.model.diagnostic import Severity


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    hidden = {one.file.path: len(one.entries) for one in uncited(project, despite_nocite=True)}
    for manuscript in project.manuscripts:
        count = sum(hidden.get(file.path, 0) for file in manuscript.bib_files)
        for document in manuscript.documents:
            if document.cited.nocite_all and count:
                yield document.problem(
                    document.cited.nocite_all,
                    f"all works are asked for, which hides {count} that nothing cites",
                    hint="Name the works that are to be listed, or remove it.",
                )


RULE = Rule(
    "CIT005",
    "nocite-all",
    __doc__,
    Severity.INFO,
    ProjectCheck(_check),
    is_default=False,
)
