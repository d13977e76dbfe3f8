"""Titles in curly quotation marks in some references and in straight ones in others.

    1 Jane Doe, “Harbours”, Shipping, ...
    2 Mary Roe, "Ships", Shipping, ...

One title then exists in two spellings, which a search does not bring together. Told once for the
paper, at the first place that does otherwise than most; the fix writes all as most are.
"""

from collections.abc import Iterator
from dataclasses import replace

from citekit.checker.finding import FileEdit, Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import Fixability, PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.conventions import Observed, mixed_problem, mixture
from citekit.checker.rules.notes.exact_edits import exact_edit, exact_fix
from citekit.checker.rules.notes.quotation_marks import QuotedTitle, quoted_title
from citekit.model.diagnostic import Severity


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    titles = [title for one in paper.mentions if (title := quoted_title(one))]
    found = mixture(
        [
            Observed("straight" if one.is_straight else "curly", one.mention, one.start, one.end)
            for one in titles
        ]
    )
    if found is not None:
        form = found.strays[0].form
        problem = mixed_problem(
            paper,
            found,
            f"this title is in {form} quotation marks, but {found.count} they are {found.form}",
            f"Write {found.form} quotation marks everywhere.",
            show=lambda one: f"{one.form} marks in {one.mention.where}",
        )
        edits = [edit for title in titles for edit in _edits(paper, title, found.form)]
        yield replace(problem, fix=exact_fix(f"Write {found.form} marks", edits))


def _edits(paper: Paper, title: QuotedTitle, form: str) -> Iterator[FileEdit | None]:
    """The edits that give a title marks of the other shape, none if they have it."""
    if title.is_straight == (form == "straight"):
        return
    if form == "straight":
        opening = closing = '"' if title.is_double else "'"
    else:
        opening, closing = "“”" if title.is_double else "‘’"
    yield exact_edit(paper, title.mention, title.start, title.start + 1, opening)
    yield exact_edit(paper, title.mention, title.end - 1, title.end, closing)


RULE = Rule(
    "NOT057",
    "quotation-glyph-mismatch",
    __doc__,
    Severity.STYLE,
    PaperCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
)
