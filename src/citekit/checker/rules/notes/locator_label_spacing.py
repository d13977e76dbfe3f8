"""A space between label and page where the paper has mostly none, or none where it mostly has one.

    ..., p. 12    beside    ..., p.45

Which of the two it is does not matter; both in one paper look careless. The fix does as most
places of the paper do, which are at least three of four. In PDF files the gaps are the printer's.
"""

from collections.abc import Iterator

from citekit.checker.finding import Fix, Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import Fixability, PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.conventions import Observed, convention
from citekit.checker.rules.notes.page_labels import all_page_labels
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.model.document import DocumentFormat


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    if paper.document.format is DocumentFormat.PDF:
        return
    labels = [label for label in all_page_labels(paper) if not label.is_word]
    usual = convention(
        [
            Observed("spaced" if label.space else "", label.mention, label.start, label.end)
            for label in labels
        ]
    )
    if usual is None:
        return
    for label in labels:
        if bool(label.space) == bool(usual.form):
            continue
        space = " " if usual.form else ""
        span = label.file_span
        start = label.file_label.end
        end = label.mention.traced.source_offset(label.start + len(label.label + label.space))
        edits = (paper.edit(start, end, space),) if paper.text[start:end] == label.space else ()
        yield paper.problem(
            span,
            f"{quote(label.printed)} is spaced otherwise than {usual.count} in this paper",
            hint=f"Write '{label.label}{space}{label.pages}'.",
            fix=Fix("Space it like the others", edits) if edits else None,
        )


RULE = Rule(
    "NOT043",
    "locator-label-spacing",
    __doc__,
    Severity.STYLE,
    PaperCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
)
