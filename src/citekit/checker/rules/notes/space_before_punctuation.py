"""A space before a comma or full stop: "Doe ,".

    Doe, Jane , "Harbours", Shipping, 2001 .

The fix takes it out. Colons, semicolons and question marks are left alone, before which French
has a space; so are dots of an omission, and PDF files, in which the gaps between words are the
printer's.
"""

import re
from collections.abc import Iterator

from citekit.checker.finding import Fix, Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import Fixability, PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.model.document import DocumentFormat
from citekit.model.spans import Span

_SPACED = re.compile(r"(?<=[\w)\]”’»\"'])[^\S\n]+([,.])(?=[\s”’\"'»)]|$)(?!\s?\.)")


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    if paper.document.format is DocumentFormat.PDF:
        return
    seen: set[int] = set()
    for mention in paper.mentions:
        for match in _SPACED.finditer(mention.text):
            start = mention.traced.source_offset(match.start())
            end = mention.traced.source_offset(match.start(1))
            gap = paper.text[start:end]
            if start in seen or not gap or gap.strip():
                continue
            seen.add(start)
            word = mention.text[: match.start()].rsplit(" ", 1)[-1][-20:]
            yield paper.problem(
                Span(start - 1, end + 1),
                f"{quote(f'{word} {match[1]}')} has a space before the mark",
                hint=f"Write '{word}{match[1]}'.",
                fix=Fix("Take out the space", (paper.edit(start, end),)),
            )


RULE = Rule(
    "NOT050",
    "space-before-punctuation",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
    fixability=Fixability.SAFE,
)
