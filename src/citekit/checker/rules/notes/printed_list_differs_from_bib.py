"""A work that stands in the printed bibliography and not in the bibliography file, or vice versa.

A printed list beside a `.bib` file is mostly its older copy: what was added to one is missing in
the other. Add the entry, or let the list be made from the file. Works that are in the file and
not in the list are told at its first entry, and only where at least half of the file is in the
list.

Values that differ are told by `note-differs-from-bibliography`.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.listed_works import telling
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity

_MOST_SHOWN = 5


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    if not paper.known or not paper.entries:
        return
    filed = {telling(one): one for one in paper.filed}
    filed.pop("", None)
    printed = {one.key for one in paper.entries}
    said = {telling(one.reference) for one in paper.entries}
    for mention in paper.entries:
        if mention.key in paper.known or telling(mention.reference) in filed:
            continue
        if not telling(mention.reference) or not mention.reference.title:
            continue
        yield paper.problem(
            mention.span,
            f"{quote(mention.reference.title)} is printed here, but in no bibliography file",
            hint=f"Add an entry for it, such as '{mention.key}'.",
        )
    missing = [
        one.key for one in paper.filed if one.key not in printed and telling(one) not in said
    ]
    if missing and len(missing) * 2 <= len(paper.filed):
        shown = ", ".join(f"'{key}'" for key in missing[:_MOST_SHOWN])
        yield paper.problem(
            paper.entries[0].span,
            f"the printed bibliography leaves out {len(missing)} works of the file: {shown}"
            + (", …" if len(missing) > _MOST_SHOWN else ""),
            hint="Add them, or make the list from the file.",
        )


RULE = Rule(
    "NOT008",
    "printed-list-differs-from-bib",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
)
