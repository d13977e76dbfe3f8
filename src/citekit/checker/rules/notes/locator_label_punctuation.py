"""A label of pages without its full stop, where the paper mostly has one: "pp12".

An abbreviated label takes a full stop in nearly every style; what matters more is that one paper
does it in one way.

    ..., pp12.    beside    ..., pp.45.

The fix adds the stop. The rule speaks only where three of four labels, and at least four, have
it; labels that are spelt out ("page 12") need none.
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
    labels = [label for label in all_page_labels(paper) if not label.is_word]
    usual = convention(
        [Observed(label.stop, label.mention, label.start, label.end) for label in labels]
    )
    if usual is None or usual.form != ".":
        return
    for label in labels:
        if label.stop:
            continue
        yield paper.problem(
            label.file_span,
            f"{quote(label.printed)} has no full stop after the label,"
            f" unlike {usual.count} in this paper",
            hint=f"Write '{label.word}.{label.space}{label.pages}'.",
            fix=exact_fix(
                "Add the full stop",
                [exact_edit(paper, label.mention, *label.label_span, f"{label.word}.")],
            ),
        )


RULE = Rule(
    "NOT042",
    "locator-label-punctuation",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
    fixability=Fixability.SAFE,
)
