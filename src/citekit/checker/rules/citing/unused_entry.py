r"""An entry that no document cites.

It does no harm in print. But a bibliography that has to be handed in, or read by others, is easier
to trust without what does not belong to it; and a work that was meant to be cited shows up here.

Cite it, or remove it. The fix, made on request, removes it. An entry counts as used if one that is
used names it (`crossref`, `xdata`, `related`, …). Nothing is said without a document that cites,
nor beside `\nocite{*}`.

Files that serve many papers hold much that one does not cite. So a file with at least `library`
entries (300) of which less than a tenth is cited is passed over; `library = 0` passes over none.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import Entry
from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.citing.used_entries import uncited
from citekit.model.diagnostic import Severity

_FEW = 10


def _check(project: Project, options: RuleOptions) -> Iterator[Problem]:
    library = options.number("library")
    for one in uncited(project):
        count = len(one.file.entries)
        if library and count >= library and (count - len(one.entries)) * _FEW < count:
            continue
        for entry in one.entries:
            is_other_case = entry.key.casefold() in one.in_other_case
            yield _problem(entry, is_other_case=is_other_case)


def _problem(entry: Entry, *, is_other_case: bool) -> Problem:
    if is_other_case:
        what, hint = ", but for a key in other case", "Write the key as the entry has it."
    else:
        what, hint = "", "Cite it, or remove the entry."
    return entry.file.problem(
        entry.node.key_span,
        f"'{entry.key}' is cited nowhere{what}",
        hint=hint,
        fix=None if is_other_case else entry.removal(),
    )


RULE = Rule(
    "CIT004",
    "unused-entry",
    __doc__,
    Severity.WARNING,
    ProjectCheck(_check),
    fixability=Fixability.UNSAFE,
    options={"library": 300},
)
