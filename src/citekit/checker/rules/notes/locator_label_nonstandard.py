"""A label of pages that no manual of style knows: "pg." for "p.".

`pg.` is understood, but the manuals (Chicago, MLA, APA, OSCOLA, New Hart's Rules) know `p.` and
`pp.`.

    ..., pg.115.

It is told once for the whole paper, with the other places. The fix writes `p.` or `pp.` in all.
"""

from collections.abc import Iterator

from citekit.checker.finding import FileEdit, Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import Fixability, PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.exact_edits import exact_edit, exact_fix
from citekit.checker.rules.notes.page_labels import all_page_labels, is_standard, standard_label
from citekit.model.diagnostic import Severity


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    labels = all_page_labels(paper)
    strange = [label for label in labels if not is_standard(label.word)]
    if not strange:
        return
    first = strange[0]
    edits: list[FileEdit | None] = []
    for label in strange:
        word = standard_label(label.word, plural=label.is_several)
        edits.append(exact_edit(paper, label.mention, *label.label_span, word + label.stop))
    one_page = standard_label(first.word, plural=False)
    pages = standard_label(first.word, plural=True)
    yield paper.problem(
        first.file_span,
        f"'{first.label}' is no label that manuals of style know;"
        f" it stands before {len(strange)} of {len(labels)} pages in this paper",
        hint=f"Write '{one_page}.' for one page and '{pages}.' for several.",
        fix=exact_fix("Write the usual labels", edits),
        related=tuple(paper.related(one.file_span, "and here") for one in strange[1:9]),
    )


RULE = Rule(
    "NOT045",
    "locator-label-nonstandard",
    __doc__,
    Severity.STYLE,
    PaperCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
)
