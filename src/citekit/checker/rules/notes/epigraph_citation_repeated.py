"""Two epigraphs from one work, each with the full reference.

    "..." Jane Doe [1]    and    "..." Jane Doe [5], notes 1 and 5 citing one work in full

A short form does for the second.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.citation import CitationKind
from citekit.model.diagnostic import Severity

_MOST = 50


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    epigraphs = [one for one in paper.citations if one.kind is CitationKind.EPIGRAPH]
    first: dict[str, Mention] = {}
    for mention in paper.notes:
        mark = mention.citation.passage.mark
        if (
            mark is None
            or not mention.key
            or not any(
                piece.start <= mark.start <= piece.end + 12
                for one in epigraphs[:_MOST]
                for piece in one.passage.text.pieces
            )
        ):
            continue
        kept = first.setdefault(mention.key, mention)
        if kept is not mention:
            yield paper.problem(
                mention.span,
                f"the epigraph of note {mention.marker} is from the work of {kept.where},"
                " cited in full again",
                hint="Use a short form.",
                related=(paper.related(kept.span, "the first of them"),),
            )


RULE = Rule(
    "NOT069",
    "epigraph-citation-repeated",
    __doc__,
    Severity.STYLE,
    PaperCheck(_check),
    is_default=False,
)
