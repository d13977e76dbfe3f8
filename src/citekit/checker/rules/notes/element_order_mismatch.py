"""Elements of a reference in another order than elsewhere in the paper.

    18 Jane Doe, "Harbours", Shipping, Summer 2003, 20:2, p. 11.
    Doe, Jane, "Harbours", Shipping, 20:2, Summer 2003.

The rule compares the places that cite one work with its first, and the date of all periodicals
and of all web pages with most others. Put the elements in one order.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from citekit.checker.finding import Problem
from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.conventions import Observed, mixed_problem, mixture
from citekit.checker.rules.notes.wording import one_place
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span
from citekit.model.variables import DateVariable, NumberVariable, TextVariable, Variable

_ELEMENTS: tuple[Variable, ...] = (
    NumberVariable.VOLUME,
    DateVariable.ISSUED,
    TextVariable.URL,
    TextVariable.PUBLISHER,
    TextVariable.PUBLISHER_PLACE,
    TextVariable.SOURCE,
)
_PAIRS: tuple[tuple[Variable, Variable, str], ...] = (
    (NumberVariable.VOLUME, DateVariable.ISSUED, "the date and the number"),
    (TextVariable.URL, DateVariable.ISSUED, "the date and the address"),
)


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    yield from _within_works(paper)
    for first, second, said in _PAIRS:
        observed: list[Observed] = []
        for mention in paper.mentions:
            one, other = _place(mention, first), _place(mention, second)
            if one and other and mention.place(TextVariable.TITLE):
                form = "before" if one.start < other.start else "behind"
                start = min(one.start, other.start)
                observed.append(Observed(form, mention, start, max(one.end, other.end)))
        found = mixture(observed, fewest=3)
        if found is not None:
            yield mixed_problem(
                paper,
                found,
                f"{said} stand in the other order {found.count} in this paper",
                "Put them in one order everywhere.",
            )


def _within_works(paper: Paper) -> Iterator[Problem]:
    for mentions in paper.by_work.values():
        orders = [(mention, _order(mention)) for mention in mentions]
        entry = one_place(mentions)
        wanted = _order(entry)
        for mention, order in orders:
            common = [one for one in order if one in wanted]
            if common == [one for one in wanted if one in common]:
                continue
            turned = _turned(common, wanted)
            spans = [span for one in turned if (span := _place(mention, one))]
            shown = " and ".join(str(one) for one in turned)
            place = entry.place(turned[0]) or Span(0, 0)
            yield paper.problem(
                mention.file_span(spans[0].start, spans[-1].end),
                f"{shown} stand in the other order in {entry.where}",
                hint="Put them in one order in both places.",
                related=(paper.related(entry.file_span(place.start, place.end), "there"),),
            )
            break


def _place(mention: Mention, variable: Variable) -> Span | None:
    place = mention.place(variable)
    if place is None and variable is NumberVariable.VOLUME:
        return mention.place(NumberVariable.ISSUE)
    return place


def _order(mention: Mention) -> list[Variable]:
    places = {one: place for one in _ELEMENTS if (place := _place(mention, one))}
    return sorted(places, key=lambda one: places[one].start)


def _turned(order: Sequence[Variable], wanted: Sequence[Variable]) -> tuple[Variable, Variable]:
    """The first two neighbours that stand the other way round in ``wanted``."""
    return next(
        (one, other) for one, other in pairwise(order) if wanted.index(one) > wanted.index(other)
    )


RULE = Rule(
    "NOT022",
    "element-order-mismatch",
    __doc__,
    Severity.STYLE,
    PaperCheck(_check),
    is_default=False,
)
