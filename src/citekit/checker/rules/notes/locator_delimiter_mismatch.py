"""Pages that are set off now by a comma, now by a full stop or by nothing.

    ..., 2000. pg.115.    beside    ..., 2002, pg.290.

It is told once for the whole paper, at the first place that does otherwise than most. Set off all
pages alike.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.conventions import Observed, mixed_problem, mixture, shown_mark
from citekit.checker.rules.notes.page_labels import all_page_labels
from citekit.model.diagnostic import Severity

_MARKS = ".,;:"


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    observed: list[Observed] = []
    for label in all_page_labels(paper):
        before = label.mention.text[label.mention.start : label.start].rstrip()
        if not before or before[-1] in "([–-":
            continue
        bare = before.rstrip(_MARKS)
        start = label.start - (len(before) - len(bare)) - 6
        observed.append(
            Observed(before[len(bare) :], label.mention, max(start, label.mention.start), label.end)
        )
    found = mixture(observed)
    if found is None:
        return
    forms = sorted({one.form for one in observed} - {found.form})
    shown = ", ".join(map(shown_mark, forms))
    usual = shown_mark(found.form)
    yield mixed_problem(
        paper,
        found,
        f"pages follow {shown} here, but {usual} {found.count} in this paper",
        f"Put {usual} before every page.",
    )


RULE = Rule(
    "NOT047",
    "locator-delimiter-mismatch",
    __doc__,
    Severity.STYLE,
    PaperCheck(_check),
    is_default=False,
)
