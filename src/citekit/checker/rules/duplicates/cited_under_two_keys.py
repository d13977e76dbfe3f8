r"""A work that one manuscript cites under two keys, from two entries.

It is printed twice in the list, and in the text as if it were two works ("Alder 1999a").

    \cite{alder1999} … \cite{alder99}       % both are "On Commas"

Cite one of the two. The fix does; it is safe where both entries say the same, and made on request
else. What counts as the same work is what `equal-entry`, `lesser-entry`, `same-work` and
`same-work-by-parent` find, which speak of the entries themselves, on request.

It is wrong for works of one author that share title and year, and say nothing else.
"""

from collections.abc import Iterator

from citekit.checker.finding import Fix, Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.citing.manuscripts import PlacedUse, known_keys, rewritten, uses_of
from citekit.checker.rules.duplicates.twins import Kind, Twin, twins_of
from citekit.model.diagnostic import Severity

_KINDS = frozenset({Kind.EQUAL, Kind.LESSER, Kind.PARENT, Kind.TITLE})


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    for manuscript in project.manuscripts:
        if not any(document.cited.uses for document in manuscript.documents):
            continue
        found = [twin for twin in twins_of(manuscript.bib_files) if twin.kind in _KINDS]
        uses: dict[str, list[PlacedUse]] = {}
        for one in uses_of(manuscript, known_keys(manuscript)) if found else ():
            uses.setdefault(one.key, []).append(one)
        for twin in found:
            if twin.first.entry.key in uses and twin.second.entry.key in uses:
                yield _problem(twin, uses[twin.second.entry.key])


def _problem(twin: Twin, uses: list[PlacedUse]) -> Problem:
    first, second = twin.first.entry, twin.second.entry
    edits = rewritten(uses, first.key)
    is_safe = twin.kind is Kind.EQUAL
    return uses[0].document.problem(
        uses[0].use.span,
        f"'{second.key}' is cited, and so is '{first.key}', which is the same work",
        hint=f"Cite '{first.key}' here too.",
        fix=Fix(f"Cite '{first.key}'", edits, is_safe) if edits else None,
        related=(first.related("the first entry"), second.related("the second entry")),
    )


RULE = Rule(
    "DUP011",
    "cited-under-two-keys",
    __doc__,
    Severity.WARNING,
    ProjectCheck(_check),
    fixability=Fixability.SAFE,
)
