"""Second-hand quotation that the note shows and the bibliography does not: "cited in" becomes "in".

    2 Jane Doe cited in Mary Roe, "Harbours", ...
    Doe, Jane in Roe, Mary, "Harbours", ...

With "in" alone the person quoted reads as the author of a part of the work. Say "cited in" in
both, or file the entry under its author.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.second_hand import all_second_hand
from citekit.model.diagnostic import Severity


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    plain = {one.mention.key: one for one in all_second_hand(paper) if one.is_plain}
    for found in all_second_hand(paper):
        other = plain.get(found.mention.key)
        if found.is_plain or other is None or not found.mention.key:
            continue
        yield paper.problem(
            found.span,
            f"'{found.signal}' here is '{other.signal}' in {other.mention.where}",
            hint=f"Write '{other.signal}' here too, or begin with the author of the work.",
            related=(paper.related(other.span, "the other place"),),
        )


RULE = Rule(
    "NOT034",
    "secondary-citation-mismatch",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
)
