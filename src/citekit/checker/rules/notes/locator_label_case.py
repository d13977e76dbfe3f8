"""A capital in the label of a page, where the paper mostly writes it small: "Pg.11".

    ..., Pg.11    beside    ..., pg.45

The fix writes the label small. The rule speaks only where three of four labels are small.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import Fixability, PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.conventions import Observed, convention
from citekit.checker.rules.notes.exact_edits import exact_edit, exact_fix
from citekit.checker.rules.notes.page_labels import all_page_labels
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    labels = [one for one in all_page_labels(paper) if one.start > one.mention.start]
    forms = [
        Observed("small" if one.word.islower() else "capital", one.mention, one.start, one.end)
        for one in labels
    ]
    usual = convention(forms)
    if usual is None or usual.form != "small":
        return
    for label in labels:
        if label.word.islower():
            continue
        small = label.label.lower()
        yield paper.problem(
            label.file_span,
            f"{quote(label.printed)} has a capital in the label,"
            f" unlike {usual.count} in this paper",
            hint=f"Write '{small}'.",
            fix=exact_fix(
                f"Write '{small}'", [exact_edit(paper, label.mention, *label.label_span, small)]
            ),
        )


RULE = Rule(
    "NOT044",
    "locator-label-case",
    __doc__,
    Severity.STYLE,
    PaperCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
)
