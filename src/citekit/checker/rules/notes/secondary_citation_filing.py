"""An entry that is filed under the person quoted, and not under the author of the work in hand.

    Doe, Jane cited in: Mary Roe, "Harbours", Shipping, 173, 2003.

The bibliography lists the works that were used; who is quoted in them belongs to the note. Begin
the entry with the author of the work.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.second_hand import all_second_hand
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.model.variables import NameVariable


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    for found in all_second_hand(paper):
        if not found.mention.is_entry:
            continue
        authors = found.mention.reference.name_list(NameVariable.AUTHOR)
        if not authors:
            continue
        yield paper.problem(
            found.span,
            f"this entry is filed under {quote(found.person)}, who is only quoted in it",
            hint=f"Begin with its author, {quote(found.mention.printed(NameVariable.AUTHOR))}.",
        )


RULE = Rule(
    "NOT033",
    "secondary-citation-filing",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
)
