"""A second-hand quotation that names who is quoted, but not the work that the words are from.

    2 Jane Doe cited in Mary Roe, "Harbours", ...

Careful styles (Chicago, MLA) want both: the original work, and the one in which it was found. The
rule leaves alone a person who is an author of the work in hand.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.second_hand import all_second_hand
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.model.reference import PersonalName
from citekit.model.variables import NameVariable
from citekit.text.folding import fold

_LONGEST_NAME = 5


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    for found in all_second_hand(paper):
        if not found.mention.is_note or not found.is_plain or any(map(str.isdigit, found.person)):
            continue
        words = set(fold(found.person).split())
        own = {
            part
            for name in found.mention.reference.name_list(NameVariable.AUTHOR)
            if isinstance(name, PersonalName)
            for part in fold(name.family).split()
        }
        if (
            words & own
            or len(words) > _LONGEST_NAME
            or any(mark in found.person for mark in '“”"‘«')
        ):
            continue
        yield paper.problem(
            found.span,
            f"the work of {quote(found.person)} from which these words come is not named",
            hint=f"Name it before '{found.signal}'.",
        )


RULE = Rule(
    "NOT035",
    "secondary-source-unnamed",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
    is_default=False,
)
