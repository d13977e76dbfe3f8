r"""A cited key whose letters differ in case from those of the entry.

Biber, pandoc and Typst tell small letters from capitals and do not find the work; BibTeX finds it
and complains.

    \cite{Alder1999}        % the entry is called alder1999

Write the key as the entry has it; the fix does, everywhere.

It is never harmless, but a document that only BibTeX ever sees survives it.
"""

from collections.abc import Iterator

from citekit.checker.finding import Fix, Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.citing.manuscripts import rewritten
from citekit.checker.rules.citing.missing_entries import other_case
from citekit.model.diagnostic import Severity


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    for key, uses, others in other_case(project):
        edits = rewritten(uses, others[0]) if len(others) == 1 else ()
        quoted = " or ".join(f"'{one}'" for one in sorted(others))
        yield uses[0].document.problem(
            uses[0].use.span,
            f"'{key}' is cited, but the key is {quoted}",
            hint=f"Write {quoted}.",
            fix=Fix(f"Cite '{others[0]}'", edits) if edits else None,
        )


RULE = Rule(
    "CIT003",
    "cited-in-other-case",
    __doc__,
    Severity.WARNING,
    ProjectCheck(_check),
    fixability=Fixability.SAFE,
)
