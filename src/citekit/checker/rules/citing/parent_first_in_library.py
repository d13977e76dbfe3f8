"""A `crossref` to an entry that stands before its child, in a file without a document.

BibTeX would not find it (see `parent-first`); biber and pandoc do, and without a document nobody
knows which of them will read the file.

    @book{birch2001, title = {Signs}}
    @inbook{alder2001, crossref = {birch2001}}

Move the entry behind the last that names it; the fix does. Files of BibLaTeX are passed over.

It is harmless unless BibTeX reads the file. The rule is off by default.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.citing.early_parents import early_parents
from citekit.model.diagnostic import Severity


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    return early_parents(project, served=False)


RULE = Rule(
    "CIT022",
    "parent-first-in-library",
    __doc__,
    Severity.WARNING,
    ProjectCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
)
