"""A range of pages with a sign between the numbers that is no en dash.

An em dash (`---` or `—`), a minus or a hyphen that must not break looks wrong in print, and no
program takes it for a range.

    pages = {97---111}

Write two hyphens: `pages = {97--111}`.

It is wrong in no case we know of.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.pages.page_ranges import PAGE_FIELDS, RANGE
from citekit.model.diagnostic import Severity

_WRONG = frozenset({"---", "‐", "‑", "‒", "—", "―", "−"})


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    for match in RANGE.finditer(field.value):
        if match["dash"] in _WRONG:
            start, end = match.span("dash")
            yield field.problem(
                f"'{match[0]}' has '{match['dash']}' between the pages",
                start=match.start(),
                end=match.end(),
                hint=f"Write '{match['first']}--{match['last']}'.",
                fix=field.amendment("Write '--' between the pages", start, end, "--"),
            )


RULE = Rule(
    "PAG015",
    "wrong-page-dash",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, PAGE_FIELDS, re.compile("---|[‐‑‒—―−]")),
    fixability=Fixability.SAFE,
)
