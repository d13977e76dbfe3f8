"""A person whose names stand in one order here and in the other there, with no comma to show which.

    27 Naoki Hamada, ...    in the note
    Hamada Naoki, ...       in the bibliography

The comma of an inverted name tells a reader which is the family name; without it, two orders make
two persons. Write the name in one order, or put the comma in.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.printed_names import LISTS, loose_names
from citekit.checker.rules.notes.second_hand import second_hand
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.model.reference import PersonalName
from citekit.text.folding import fold


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    first: dict[tuple[str, ...], tuple[Mention, int, int]] = {}
    told: set[frozenset[str]] = set()
    for mention in paper.mentions:
        for words, start, end in loose_names(mention):
            if not _is_person(mention, words, end):
                continue
            first.setdefault(words, (mention, start, end))
            turned = (*words[1:], words[0]), (words[-1], *words[:-1])
            other = next((first[one] for one in turned if one in first and one != words), None)
            person = frozenset(words)
            if other is None or person in told:
                continue
            told.add(person)
            kept, begin, stop = other
            yield paper.problem(
                mention.file_span(start, end),
                f"{quote(mention.text[start:end])} stands in the other order,"
                f" {quote(kept.text[begin:stop])}, in {kept.where}",
                hint="Write the name in one order, or mark the family name by a comma after it.",
                related=(paper.related(kept.file_span(begin, stop), "the other order"),),
            )


def _is_person(mention: Mention, words: tuple[str, ...], end: int) -> bool:
    """Whether the words, none of them an initial, are a whole name that was read as one."""
    if any(len(word) == 1 for word in words):
        return False
    if end <= mention.start:
        return second_hand(mention) is not None
    return any(
        isinstance(name, PersonalName)
        and set(words) == set(fold(f"{name.given} {name.family}").split())
        for variable in LISTS
        for name in mention.reference.name_list(variable)
    )


RULE = Rule(
    "NOT016",
    "name-order-mismatch",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
)
