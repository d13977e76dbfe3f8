"""Ranges of pages with more than one sign between first and last: "11~20" and "12-15".

A tilde is no sign for a range in English and most other languages; a hyphen and a dash both are,
but one paper should keep to one.

    ..., pp.105~107.    beside    ..., pg. 589-590.

It is told once, and the fix writes the more usual of hyphen and dash everywhere.
"""

import re
from collections import Counter
from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import Fixability, PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.conventions import Observed
from citekit.checker.rules.notes.exact_edits import exact_edit, exact_fix
from citekit.checker.rules.notes.page_labels import page_labels
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span
from citekit.model.variables import NumberVariable

_BETWEEN = re.compile(r"(?<=\d)\s?([-‐-―~～〜])\s?(?=\d)")
_TILDES = "~～〜"


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    observed = list(_separators(paper))
    usual = Counter(one.form for one in observed if one.form not in _TILDES)
    form = usual.most_common(1)[0][0] if usual else "-"
    strays = [one for one in observed if one.form != form]
    if not strays:
        return
    first = strays[0]
    edits = [exact_edit(paper, one.mention, one.start, one.end, form) for one in strays]
    yield paper.problem(
        first.span,
        f"'{first.form}' stands between first and last page here,"
        + (f" but '{form}' in other places" if usual else " where a hyphen or dash should"),
        hint=f"Write '{form}' in every range.",
        fix=exact_fix(f"Write '{form}' in every range", edits),
        related=tuple(paper.related(one.span, "and here") for one in strays[1:9]),
    )


def _separators(paper: Paper) -> Iterator[Observed]:
    """The signs in all ranges of pages: those with a label, and those of entries without one."""
    for mention in paper.mentions:
        spans = [Span(label.start, label.end) for label in page_labels(mention)]
        spans += mention.places.get(NumberVariable.PAGE, ())
        places: dict[int, Observed] = {}
        for span in spans:
            for match in _BETWEEN.finditer(mention.text, span.start, span.end):
                places[match.start(1)] = Observed(match[1], mention, match.start(1), match.end(1))
        yield from places.values()


RULE = Rule(
    "NOT048",
    "range-separator",
    __doc__,
    Severity.STYLE,
    PaperCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
)
