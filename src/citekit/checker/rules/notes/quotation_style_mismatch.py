"""A title in single quotation marks, where the others have double ones, or the other way round.

    Doe, Jane, 'Harbours', Shipping, ...    beside    Roe, Mary, "Ships", Shipping, ...

The rule speaks where three of four titles, and at least four, have the same. The fix writes the
marks of the others, in the shape (curly or straight) that is there.
"""

from collections.abc import Iterator

from citekit.checker.finding import Fix, Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import Fixability, PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.conventions import Observed, convention
from citekit.checker.rules.notes.quotation_marks import quoted_title
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span

_DOUBLE = {"'": '"', "‘": "“", "’": "”", "‹": "«", "›": "»"}
_SINGLE = {one: other for other, one in _DOUBLE.items()}


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    titles = [title for one in paper.mentions if (title := quoted_title(one))]
    observed = [
        Observed("double" if one.is_double else "single", one.mention, one.start, one.end)
        for one in titles
    ]
    usual = convention(observed)
    for one in titles if usual and usual.strays else ():
        if usual is None or ("double" if one.is_double else "single") == usual.form:
            continue
        table = _DOUBLE if usual.form == "double" else _SINGLE
        wanted = [table.get(one.opening, ""), table.get(one.closing, "")]
        places = [
            one.mention.file_span(one.start, one.start + 1),
            one.mention.file_span(one.end - 1, one.end),
        ]
        edits = tuple(
            paper.edit(place.start, place.end, mark)
            for place, mark in zip(places, wanted, strict=True)
            if paper.text[place.start : place.end] in table
        )
        yield paper.problem(
            Span(places[0].start, max(places[1].end, places[0].end)),
            f"{quote(one.mention.text[one.start : one.end])} is not in {usual.form} marks,"
            f" unlike {usual.count}",
            hint=f"Put the title in {usual.form} quotation marks.",
            fix=Fix(f"Write {usual.form} quotation marks", edits)
            if len(edits) == len(places)
            else None,
        )


RULE = Rule(
    "NOT056",
    "quotation-style-mismatch",
    __doc__,
    Severity.STYLE,
    PaperCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
)
