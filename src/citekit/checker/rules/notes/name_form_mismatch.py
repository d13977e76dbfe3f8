"""A person of one work whose given name is an initial in one place and in full in another.

    Sun Lee and M Harbour ed.          in note 8
    Sun Lee and Harbour, Mary ed.      in the bibliography

The name should be given as the work gives it, and alike in all places. Told once for each person
and work, with the other place.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.printed_names import LISTS, PrintedName, printed_names
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.model.variables import NameVariable
from citekit.text.folding import fold


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    for mentions in paper.by_work.values():
        first: dict[tuple[NameVariable, str], PrintedName] = {}
        told: set[tuple[NameVariable, str]] = set()
        for mention in mentions:
            for variable in LISTS:
                for name in printed_names(mention, variable):
                    person = (variable, fold(name.name.family))
                    kept = first.setdefault(person, name)
                    if person in told or not _shortened(kept.name.given, name.name.given):
                        continue
                    told.add(person)
                    yield paper.problem(
                        kept.span,
                        f"{quote(kept.printed)} in {kept.mention.where} is"
                        f" {quote(name.printed)} in {name.mention.where}",
                        hint="Give the name alike in both places, as the work does.",
                        related=(paper.related(name.span, "the other form"),),
                    )


def _shortened(one: str, other: str) -> bool:
    """Whether exactly one of the two has an initial where the other has a name."""
    words, others = fold(one).split(), fold(other).split()
    return any(
        first[0] == second[0] and (len(first) == 1) != (len(second) == 1)
        for first, second in zip(words, others, strict=False)
    )


RULE = Rule(
    "NOT015",
    "name-form-mismatch",
    __doc__,
    Severity.STYLE,
    PaperCheck(_check),
    is_default=False,
)
