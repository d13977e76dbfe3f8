"""A note that says again, to the letter, what an earlier note said.

    21 Jane Doe, "Harbours", Shipping, 12:1, 2005, p. 99.
    22 Jane Doe, "Harbours", Shipping, 12:1, 2005, p. 99.

Write "Ibid." where it follows at once, and a short form elsewhere; or call the first note twice.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity
from citekit.text.folding import fold


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    first: dict[str, Mention] = {}
    seen: set[str] = set()
    for mention in paper.notes:
        said = fold(mention.text)
        if mention.citation.id in seen:
            continue
        seen.add(mention.citation.id)
        kept = first.setdefault(said, mention)
        if kept is mention:
            continue
        yield paper.problem(
            mention.file_span(0, len(mention.text)),
            f"note {mention.marker} repeats {kept.where} to the letter",
            hint="Write 'Ibid.' or a short form.",
            related=(paper.related(kept.file_span(0, len(kept.text)), "the first of them"),),
        )


RULE = Rule(
    "NOT068",
    "footnote-repeated",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
    is_default=False,
)
