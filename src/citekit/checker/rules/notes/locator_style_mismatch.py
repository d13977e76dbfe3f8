"""Single pages of one work cited with two labels: "pg. 80" here and "pp. 74" there.

Two labels for the same thing in notes to one work make a reader wonder whether something else is
meant, such as a range that was cut.

    8 Jane Doe, "Harbours", ..., pg.81.
    9 Jane Doe, "Harbours", ..., pp.74.

Use one label. The rule looks at labels before single pages only; case and stops do not count.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.conventions import Observed, mixed_problem, mixture
from citekit.checker.rules.notes.page_labels import page_labels, standard_label
from citekit.model.diagnostic import Severity


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    for mentions in paper.by_work.values():
        observed = [
            Observed(label.word.lower(), mention, label.start, label.end)
            for mention in mentions
            if mention.is_note
            for label in page_labels(mention)
            if not label.is_several
        ]
        found = mixture(observed, fewest=2)
        if found is None:
            continue
        labels = " and ".join(sorted({f"'{one.form}'" for one in observed}))
        yield mixed_problem(
            paper,
            found,
            f"single pages of this work are cited with {labels}",
            f"Write '{standard_label(found.form, plural=False)}' before every single page.",
        )


RULE = Rule(
    "NOT046",
    "locator-style-mismatch",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
    is_default=False,
)
