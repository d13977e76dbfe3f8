"""Pages with a comma between the thousands.

A comma parts pages in a list: `1,234--1,250` reads as page 1, pages 234 to 1 and page 250.

    pages = {1,234--1,250}

Write the numbers without the comma: `pages = {1234--1250}`.

It is wrong for a list that is meant so; only values that as a list would run backwards are found.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.pages.page_ranges import PAGE_FIELDS
from citekit.model.diagnostic import Severity

_GROUPED = re.compile(r"\s*(\d{1,3}),(\d{3})(\s*(?:-{1,3}|–)\s*)(\d{1,3}),(\d{3})\s*")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    match = _GROUPED.fullmatch(field.value) if "," in field.value else None
    if match is None:
        return
    first, last = match[1] + match[2], match[4] + match[5]
    if int(match[2]) > int(match[4]) and int(first) <= int(last):
        yield field.problem(
            f"'{match[0].strip()}' has commas within the numbers",
            hint=f"Write '{first}--{last}'.",
            fix=field.replacement("Remove the commas", f"{first}{match[3]}{last}"),
        )


RULE = Rule(
    "PAG024",
    "grouped-digits-in-pages",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, PAGE_FIELDS),
    fixability=Fixability.SAFE,
)
