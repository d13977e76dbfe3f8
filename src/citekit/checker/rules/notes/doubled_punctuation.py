"""Two marks of punctuation where one belongs: ",,", "..", ";.".

They come from pieces that were put together, and now and then from an element that was taken out:
"Ministry of Works,." has lost its year.

    Doe,, Jane, "Harbours", Shipping, 2001..

Take one out, or supply what is missing. Two equal marks are mended safely; of two different ones
the last is kept, which is an unsafe fix.

Dots of an omission ("...") and a stop of an abbreviation before another mark ("Jr., ") are no
fault.
"""

import re
from collections.abc import Iterator

from citekit.checker.finding import Fix, Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import Fixability, PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.model.variables import TextVariable

_DOUBLED = re.compile(r"[,;:]\s?[,;:]+(?![,;:.])|[,;:]+\.(?![\w.])|(?<![.\s])\.\.(?![.\w])")


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    seen: set[int] = set()
    for mention in paper.mentions:
        addresses = [
            *mention.places.get(TextVariable.URL, ()),
            *mention.places.get(TextVariable.DOI, ()),
        ]
        for match in _DOUBLED.finditer(mention.text):
            if any(span.start <= match.start() < span.end for span in addresses):
                continue
            span = mention.file_span(match.start(), match.end())
            printed = paper.text[span.start : span.end]
            if span.start in seen or printed != match[0]:
                continue
            seen.add(span.start)
            before = mention.text[: match.start()].rsplit(" ", 1)[-1][-20:]
            if any(sign in before for sign in "/%="):
                continue
            mark = match[0][-1]
            same = len(set(match[0].replace(" ", ""))) == 1
            fix = Fix(f"Write '{mark}'", (paper.edit(span.start, span.end, mark),), is_safe=same)
            yield paper.problem(
                span,
                f"{quote(before + match[0])} has {len(match[0].replace(' ', ''))} marks in a row",
                hint=f"Write '{before}{mark}'"
                + ("." if same else ", or supply what is missing between them."),
                fix=fix,
            )


RULE = Rule(
    "NOT049",
    "doubled-punctuation",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
    fixability=Fixability.SAFE,
)
