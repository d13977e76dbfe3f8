"""A label for several pages before a single one: "pp. 12".

`pp.` is the plural of `p.`, and tells the reader to expect a range. Before one page it is a slip,
or the end of the range has been lost.

    Jane Doe, "Harbours", Shipping, 3:2, 2001, pp.12.

Write `p.`, or give the last page. The fix writes the singular of the label.

Harmless where a press uses `pp.` for every page, which is rare.
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

_LONGEST_PAGE = 5


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    for label in all_page_labels(paper):
        if not label.is_plural or label.is_several or len(label.pages) > _LONGEST_PAGE:
            continue
        word = standard_label(label.word, plural=False)
        fix = exact_fix(
            f"Write '{word}{label.stop}'",
            [exact_edit(paper, label.mention, *label.label_span, word + label.stop)],
        )
        yield paper.problem(
            label.file_span,
            f"{quote(label.printed)} labels a single page as several",
            hint=f"Write '{word}{label.stop}{label.space}{label.pages}', or give the last page.",
            fix=fix,
        )


RULE = Rule(
    "NOT040",
    "locator-plural-for-single-page",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
    fixability=Fixability.SAFE,
)
