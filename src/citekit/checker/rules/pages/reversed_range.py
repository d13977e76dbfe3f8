"""A range of pages that runs backwards.

`113--101` cannot be: either the two numbers are swapped, or one of them is a slip of the pen. A
style prints it as it stands, and a reader looks in vain.

    pages = {113--101}

Correct the number that is wrong. Ranges whose end is shortened (`1123--31`) are not meant: they
have a rule of their own, `truncated-page-range`. One that runs backwards even so (`1123--17`) is.

It is wrong where a work is paginated from back to front, as some books in Hebrew and Arabic are.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.pages.page_ranges import full_end
from citekit.model.diagnostic import Severity

_RANGE = re.compile(r"(?<![\w.])(?<!\d,)(\d{1,9})\s*(?:-{1,3}|[‐-―−])\s*(\d{1,9})(?![\w.])")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    for match in _RANGE.finditer(field.value):
        first, last = match.groups()
        end = full_end(first, last) or last
        if int(first) > int(end):
            swapped = f"Write '{last}--{first}' if the pages were swapped, or correct one of them."
            yield field.problem(
                f"'{match[0]}' runs backwards",
                start=match.start(),
                end=match.end(),
                hint=swapped if end == last else f"Correct '{first}' or '{last}'.",
            )


RULE = Rule(
    "PAG003",
    "reversed-page-range",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"pages"})),
)
