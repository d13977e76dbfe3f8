"""A note or entry without a full stop at its end, where the others mostly have one.

    12 Jane Doe, "Harbours", Shipping, 3:2, 2001, p. 12

The fix adds it. The rule speaks where two of three notes (or of three entries) end with a stop.
An address that stands bare at the end needs none, since a stop might be taken for a part of it.
"""

import re
from collections.abc import Iterator

from citekit.checker.finding import Fix, Problem
from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.checker.rule import Fixability, PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.conventions import Observed, convention
from citekit.model.diagnostic import Severity
from citekit.model.document import DocumentFormat
from citekit.model.variables import TextVariable

_ENDS = re.compile(r"[.?!…。．][\"'”’»)\]]*$")


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    is_html = paper.document.format is DocumentFormat.HTML
    for mentions in (paper.notes, paper.entries):
        ends = [_observed(one) for one in mentions if one.cite is one.citation.cites[-1]]
        usual = convention(ends, percent=66)
        if usual is None or usual.form != ".":
            continue
        for one in usual.strays:
            text = one.mention.text.rstrip()
            at = max(one.mention.traced.end, one.span.end)
            if text[-1:] in ",;:" or _ends_in_bare_address(one.mention, paper.text[at - 1 : at]):
                continue
            yield paper.problem(
                one.span,
                f"no full stop ends this {'note' if one.mention.is_note else 'entry'},"
                f" unlike {usual.count}",
                hint="End it with a full stop.",
                fix=None if is_html else Fix("Add the full stop", (paper.edit(at, at, "."),)),
            )


def _observed(mention: Mention) -> Observed:
    text = mention.text.rstrip()
    return Observed("." if _ENDS.search(text) else "", mention, max(0, len(text) - 12), len(text))


def _ends_in_bare_address(mention: Mention, last: str) -> bool:
    spans = [
        *mention.places.get(TextVariable.URL, ()),
        *mention.places.get(TextVariable.DOI, ()),
    ]
    return last != ">" and any(span.end >= len(mention.text.rstrip()) for span in spans)


RULE = Rule(
    "NOT052",
    "final-stop-missing",
    __doc__,
    Severity.STYLE,
    PaperCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
)
