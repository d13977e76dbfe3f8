r"""A key that LaTeX cites and that no entry has.

LaTeX prints a question mark, or the key itself, in the place of the citation, and warns of it among
many other lines.

    \cite{adler1999}        % the entry is called alder1999

Correct the key, or add the entry. The fix, made on request, puts in the key that it is a slip of,
if there is just one. Each key is reported once, at the first place.

Nothing is said of a document of whose bibliographies one was not found: that has a rule of its own,
`missing-bibliography`.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.citing.missing_entries import missing_entries
from citekit.model.diagnostic import Severity


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    return missing_entries(project, in_latex=True)


RULE = Rule(
    "CIT001",
    "missing-entry-latex",
    __doc__,
    Severity.ERROR,
    ProjectCheck(_check),
    fixability=Fixability.UNSAFE,
)
