"""A label for one page before several: "p. 12-15".

`p.` announces one page. Before a range or a list it is a slip, and a style that is strict about
it sends the paper back.

    Jane Doe, "Harbours", Shipping, 3:2, 2001, p. 12-15.

Write `pp.`. The fix writes the plural of the label.

Harmless in languages whose label has no plural, as in German ("S."), which is left alone.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import Fixability, PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.exact_edits import exact_edit, exact_fix
from citekit.checker.rules.notes.page_labels import all_page_labels, standard_label
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    for label in all_page_labels(paper):
        word = standard_label(label.word, plural=True)
        if label.is_plural or not label.is_several or word == label.word.lower():
            continue
        fix = exact_fix(
            f"Write '{word}{label.stop}'",
            [exact_edit(paper, label.mention, *label.label_span, word + label.stop)],
        )
        yield paper.problem(
            label.file_span,
            f"{quote(label.printed)} labels several pages as one",
            hint=f"Write '{word}{label.stop}{label.space}{label.pages}'.",
            fix=fix,
        )


RULE = Rule(
    "NOT041",
    "locator-singular-for-range",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
    fixability=Fixability.SAFE,
)
