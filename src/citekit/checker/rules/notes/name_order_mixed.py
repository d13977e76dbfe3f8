"""A list of names in which one has its family name first and another last.

    Jane Doe and Pak Min-ja ed.

Names that are written family name first, as Korean, Chinese, Japanese and Hungarian ones are, and
others side by side leave a reader to guess. A comma after the family name, or one order for all,
shows it.

Harmless where the readers know, or where small capitals mark the family names.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.printed_names import LISTS, NameOrder, printed_names
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    told: set[tuple[str, str]] = set()
    for mention in paper.mentions:
        for variable in LISTS:
            names = list(printed_names(mention, variable))
            orders = [name.order for name in names]
            if NameOrder.FAMILY_FIRST not in orders or len(set(orders)) == 1:
                continue
            work = (mention.key, variable.value)
            if work in told:
                continue
            told.add(work)
            one = next(name for name in names if name.order is NameOrder.FAMILY_FIRST)
            other = next(name for name in names if name.order is not NameOrder.FAMILY_FIRST)
            span = mention.file_span(names[0].start, names[-1].end)
            yield paper.problem(
                span,
                f"{quote(one.printed)} has the family name first, {quote(other.printed)} beside it"
                + (" is inverted" if other.order is NameOrder.INVERTED else " has it last"),
                hint="Write all names of the list in one order.",
            )


RULE = Rule(
    "NOT077",
    "name-order-mixed",
    __doc__,
    Severity.STYLE,
    PaperCheck(_check),
    is_default=False,
)
