"""A bare number after the name of a periodical, which may be its volume or its issue.

    Doe, Jane, "Harbours", Port Forum, 173, December 2003.

Say which it is ("no. 173"). The rule speaks where other references of the paper give volume and
issue both.
"""

import re
from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.books import container
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.model.variables import NumberVariable

_BOTH = (NumberVariable.VOLUME, NumberVariable.ISSUE)


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    if not any(all(one.reference.number(number) for number in _BOTH) for one in paper.mentions):
        return
    told: set[str] = set()
    for mention in paper.mentions:
        spans = [span for number in _BOTH if (span := mention.place(number))]
        if len(spans) != 1 or not container(mention) or mention.key in told:
            continue
        span = spans[0]
        before = mention.text[max(0, span.start - 8) : span.start]
        if re.search(r"[^\W\d_]\.?\s?$", before.split(",")[-1]) or "(" in before[-2:]:
            continue
        told.add(mention.key)
        number = mention.text[span.start : span.end]
        yield paper.problem(
            mention.file_span(span.start, span.end),
            f"'{number}' after {quote(container(mention))} may be the volume or the issue",
            hint=f"Write 'no. {number}' or 'vol. {number}'.",
        )


RULE = Rule(
    "NOT036",
    "volume-or-issue-unclear",
    __doc__,
    Severity.STYLE,
    PaperCheck(_check),
    is_default=False,
)
