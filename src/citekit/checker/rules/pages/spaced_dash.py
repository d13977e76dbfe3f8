"""Blanks around the dash of a range of pages.

No style prints them on purpose: most copy them, so that one range in the list looks unlike the
others and may break over a line.

    pages = {12 -- 31}

Write the dash without blanks: `pages = {12--31}`.

It is harmless with BibLaTeX, where biber parses the range.
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.pages.page_ranges import PAGE_FIELDS, RANGE
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    for match in RANGE.finditer(field.value):
        if match["before"] or match["after"]:
            dash = match["dash"]
            start, end = match.end("first"), match.start("last")
            yield field.problem(
                f"'{match[0]}' has blanks around the dash",
                start=match.start(),
                end=match.end(),
                hint=f"Write '{match['first']}{dash}{match['last']}'.",
                fix=field.amendment("Remove the blanks around the dash", start, end, dash),
            )


RULE = Rule(
    "PAG007",
    "blanks-around-page-dash",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, PAGE_FIELDS),
    is_default=False,
    fixability=Fixability.SAFE,
)
