r"""A `crossref` to an entry that stands before its child, in a file that BibTeX reads.

BibTeX reads a file once: the entry that others take over from has to stand behind all of them. If
it does not, they stay without its fields.

    @book{birch2001, title = {Signs}}
    @inbook{alder2001, crossref = {birch2001}}

Move the entry behind the last that names it; the fix does. Nothing is said of files of BibLaTeX
and of those that serve documents of BibLaTeX, pandoc or Typst: their order does not matter. Of
files that serve no document `parent-first-in-library` speaks on request.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.citing.early_parents import early_parents
from citekit.model.diagnostic import Severity


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    return early_parents(project, served=True)


RULE = Rule(
    "CIT007",
    "parent-first",
    __doc__,
    Severity.WARNING,
    ProjectCheck(_check),
    fixability=Fixability.SAFE,
)
