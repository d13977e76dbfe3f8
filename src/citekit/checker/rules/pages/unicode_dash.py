"""A range of pages with a Unicode dash instead of two hyphens.

`–` prints well with a modern LaTeX, but classic BibTeX styles look for hyphens only, and a list
that has both is hard to search and to compare.

    pages = {97–111}

Write two hyphens: `pages = {97--111}`. Other dashes than the en dash, which print wrongly, have a
rule of their own, `wrong-page-dash`.

It is harmless where BibLaTeX and biber do the work: they take the dash.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.pages.page_ranges import PAGE_FIELDS, RANGE
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    for match in RANGE.finditer(field.value):
        if match["dash"] == "–":
            start, end = match.span("dash")
            yield field.problem(
                f"'{match[0]}' has a Unicode dash between the pages",
                start=match.start(),
                end=match.end(),
                hint=f"Write '{match['first']}--{match['last']}'.",
                fix=field.amendment("Write '--' between the pages", start, end, "--"),
            )


RULE = Rule(
    "PAG002",
    "unicode-dash-range",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, PAGE_FIELDS, re.compile("–")),
    is_default=False,
    fixability=Fixability.SAFE,
)
