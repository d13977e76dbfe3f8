"""A key that Markdown, Typst or another markup cites and that no entry has.

The program that renders the document leaves the key, or three question marks, in the place of the
citation.

    As the table shows [@adler1999].      (the entry is called alder1999)

Correct the key, or add the entry. The fix, made on request, puts in the key that it is a slip of,
if there is just one. Each key is reported once, at the first place.

Nothing is said of a document of whose bibliographies one was not found, nor of a bare `@name`
where a document names no bibliography and cites nothing from any: it may be a person's.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.citing.missing_entries import missing_entries
from citekit.model.diagnostic import Severity


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    return missing_entries(project, in_latex=False)


RULE = Rule(
    "CIT002",
    "missing-entry",
    __doc__,
    Severity.ERROR,
    ProjectCheck(_check),
    fixability=Fixability.UNSAFE,
)
