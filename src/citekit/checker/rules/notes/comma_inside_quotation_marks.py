"""A comma on the other side of the closing quotation mark than in other references.

    Doe, Jane, "Harbours," Shipping, ...    beside    Roe, Mary, "Ships", Shipping, ...

American usage has it inside, British usage outside; one paper has one. The rule speaks where
three of four titles, and at least four, do the same, and the fix turns the two about.
"""

from collections.abc import Iterator

from citekit.checker.finding import Fix, Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import Fixability, PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.conventions import Observed, convention
from citekit.checker.rules.notes.exact_edits import exact_edit, exact_fix
from citekit.checker.rules.notes.quotation_marks import quoted_title
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    observed: list[Observed] = []
    for mention in paper.mentions:
        title = quoted_title(mention)
        after = mention.text[title.end : title.end + 1] if title else ""
        if title and (title.inner == "," or after == ","):
            form = "inside" if title.inner else "outside"
            observed.append(Observed(form, mention, title.end - 2, title.end + 1))
    usual = convention(observed)
    for one in usual.strays if usual else ():
        yield paper.problem(
            one.span,
            f"the comma stands {one.form} the quotation marks in {quote(one.printed.strip())},"
            + (f" but {usual.form} {usual.count}" if usual else ""),
            hint=f"Put it {usual.form if usual else ''} the quotation marks.",
            fix=_turned(paper, one),
        )


def _turned(paper: Paper, one: Observed) -> Fix | None:
    """The fix that changes the places of the comma and the quotation mark."""
    start = one.start if one.form == "inside" else one.start + 1
    pair = one.mention.text[start : start + 2]
    edit = exact_edit(paper, one.mention, start, start + 2, pair[::-1])
    return exact_fix("Turn the two marks about", [edit])


RULE = Rule(
    "NOT058",
    "comma-inside-quotation-marks",
    __doc__,
    Severity.STYLE,
    PaperCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
)
