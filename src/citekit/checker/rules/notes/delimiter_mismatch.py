"""Two notes on one work with different marks between the same elements.

    28 Jane Doe, "Harbours", Shipping, Autumn 2005. 28:4, p. 93.
    38 Jane Doe, "Harbours", Shipping, Autumn 2005, 28:4, p. 94.

Write them alike. Notes are compared with the first note on the work, never with the bibliography,
whose marks may well be others.
"""

from collections.abc import Iterator
from itertools import pairwise

from citekit.checker.finding import Problem
from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span
from citekit.model.variables import Variable
from citekit.text.folding import straighten


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    for mentions in paper.by_work.values():
        notes = [mention for mention in mentions if mention.is_note]
        first: dict[tuple[Variable, Variable], tuple[Mention, Span]] = {}
        for mention in notes:
            stray = next(_strays(mention, first), None)
            if stray is None:
                continue
            span, kept, place = stray
            yield paper.problem(
                mention.file_span(span.start - 4, span.end + 4),
                f"'{mention.text[span.start : span.end].strip()}' parts here what"
                f" '{kept.text[place.start : place.end].strip()}' parts in {kept.where}",
                hint="Write both notes alike.",
                related=(paper.related(kept.file_span(place.start - 4, place.end + 4), "there"),),
            )
            break


def _strays(
    mention: Mention, first: dict[tuple[Variable, Variable], tuple[Mention, Span]]
) -> Iterator[tuple[Span, Mention, Span]]:
    """The gaps that differ from the first of their kind, which ``first`` remembers."""
    places = sorted((spans[0], one) for one, spans in mention.places.items() if len(spans) == 1)
    for (one, left), (other, right) in pairwise(places):
        gap = Span(one.end, other.start)
        text = mention.text[gap.start : gap.end]
        if gap.end <= gap.start or any(letter.isalnum() for letter in text):
            continue
        kept, place = first.setdefault((left, right), (mention, gap))
        if "".join(straighten(kept.text[place.start : place.end]).split()) != "".join(
            straighten(text).split()
        ):
            yield gap, kept, place


RULE = Rule(
    "NOT023",
    "delimiter-mismatch",
    __doc__,
    Severity.STYLE,
    PaperCheck(_check),
    is_default=False,
)
