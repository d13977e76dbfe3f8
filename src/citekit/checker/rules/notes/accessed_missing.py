"""A web page without the day on which it was seen, where the paper mostly gives it.

    14 Jane Doe, "Harbours", Port Online, <http://example.org/h> Accessed: 5 May 2006.
    23 Jane Doe, "Harbours", Port Online, <http://example.org/h>

Add the day. The rule speaks of a page whose day stands elsewhere in the paper, and of any other
where three of four pages have theirs.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span
from citekit.model.variables import DateVariable, TextVariable

_FEWEST = 4


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    online = [one for one in paper.mentions if one.place(TextVariable.URL)]
    seen = [one for one in online if DateVariable.ACCESSED in one.reference.dates]
    usual = len(seen) >= _FEWEST and len(seen) * 4 >= len(online) * 3
    known = {one.key: one for one in seen if one.key}
    for mention in online:
        other = known.get(mention.key)
        if DateVariable.ACCESSED in mention.reference.dates or not (other or usual):
            continue
        span = mention.place(TextVariable.URL) or Span(0, 0)
        why = f"{other.where} gives it" if other else f"{len(seen)} of {len(online)} pages have it"
        yield paper.problem(
            mention.file_span(span.start, span.end),
            f"the day on which this page was seen is missing; {why}",
            hint="Add when you saw the page, as for the others.",
        )


RULE = Rule(
    "NOT019",
    "accessed-missing",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
    is_default=False,
)
