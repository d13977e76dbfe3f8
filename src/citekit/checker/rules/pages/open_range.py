"""Pages given as "and following" instead of a range.

`12ff` tells a reader where to begin but not how far to read, and no style can put it into the form
of another language.

    pages = {12ff}

Look up the last page and write a range: `pages = {12--31}`.

It is harmless where house style has it so.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.pages.page_ranges import PAGE_FIELDS
from citekit.model.diagnostic import Severity

_OPEN = re.compile(r"(?<!\w)\d{1,7}(?:\s?(?:ff?|sqq?|et\s+seqq?)\b\.?|\s?\+|\s?(?:--?|–)(?=\s*$))")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    for match in _OPEN.finditer(field.value):
        yield field.problem(
            f"'{match[0]}' leaves the end open",
            start=match.start(),
            end=match.end(),
            hint="Write the last page after '--'.",
        )


RULE = Rule(
    "PAG020",
    "open-page-range",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, PAGE_FIELDS),
    is_default=False,
)
