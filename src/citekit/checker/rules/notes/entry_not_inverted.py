"""An entry whose first name is not inverted, where the others are.

The bibliography is ordered by family names, and the comma shows which that is.

    Hamada Naoki, "Ships", ...

Write family name, comma, given name. The rule speaks where three of four personal entries, and at
least four, are inverted. In lists of East Asian names printed as at home it is harmless.
"""

import re
from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.conventions import Observed, convention
from citekit.checker.rules.notes.printed_names import (
    NameOrder,
    PrintedName,
    loose_names,
    printed_names,
)
from citekit.checker.rules.notes.second_hand import second_hand
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.model.variables import NameVariable
from citekit.text.folding import fold

_INVERTED = re.compile(r"[^,.;:\"“]{2,40},")


_WORDS_OF_A_NAME = range(2, 5)


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    observed: list[Observed] = []
    natural = {words for note in paper.notes for words, _, _ in loose_names(note)}
    for mention in paper.entries:
        order = _first_name(mention, natural)
        if order is not None:
            observed.append(order)
    usual = convention(observed)
    if usual is None or usual.form != NameOrder.INVERTED.value:
        return
    for one in usual.strays:
        yield paper.problem(
            one.span,
            f"{quote(one.printed)} is not inverted, unlike {usual.count}",
            hint="Write the family name, a comma and the given name.",
        )


def _first_name(mention: Mention, natural: set[tuple[str, ...]]) -> Observed | None:
    """How the name is printed under which an entry is filed, ``None`` if that is no person."""
    found = second_hand(mention)
    if found is not None:
        words = found.person.split()
        order = NameOrder.INVERTED if "," in found.person else NameOrder.FAMILY_FIRST
        if len(words) not in _WORDS_OF_A_NAME:
            return None
        return Observed(order.value, mention, 0, len(found.person))
    names = list(printed_names(mention, NameVariable.AUTHOR))
    if not names or names[0].start > mention.start + 2:
        return None
    name = names[0]
    if name.order is NameOrder.GIVEN_FIRST:
        folded = tuple(fold(name.printed).split())
        is_turned = natural & {(*folded[1:], folded[0]), (folded[-1], *folded[:-1])}
        if not is_turned and not _is_surely_person(name, len(names)):
            return None
    return Observed(name.order.value, mention, name.start, name.end)


def _is_surely_person(name: PrintedName, count: int) -> bool:
    """Whether a name in natural order is none of a body, which an entry is not inverted for."""
    words = name.printed.split()
    if any(len(word) > 1 and word.isupper() and "." not in word for word in words):
        return False
    return count > 1 or any(len(word.rstrip(".")) == 1 for word in words)


RULE = Rule(
    "NOT054",
    "entry-not-inverted",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
)
