"""A range of pages whose end is shortened.

`1123--31` means 1123 to 1131. Styles that shorten ends can do so from full numbers; from shortened
ones no style can make full numbers, and programs take them for ranges that run backwards.

    pages = {1123--31}

Write the end in full: `pages = {1123--1131}`. Where the end would come before the start
(`1097--11`), the fix counts one on and is unsafe.

It is harmless where one style alone is used and it wants short ends.
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.pages.page_ranges import PAGE_FIELDS, RANGE, full_end
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    for match in RANGE.finditer(field.value):
        first, last = match["first"], match["last"]
        full = full_end(first, last)
        if full:
            start, end = match.span("last")
            is_safe = full >= first
            full = full if is_safe else _carried(full, len(last))
            yield field.problem(
                f"'{match[0]}' has a shortened end",
                start=match.start(),
                end=match.end(),
                hint=f"Write '{first}--{full}'.",
                fix=field.amendment(
                    f"Write the end in full, '{full}'", start, end, full, is_safe=is_safe
                ),
            )


def _carried(full: str, digits: int) -> str:
    """``full`` with one more in front of its last ``digits``: what 1097--11 may mean."""
    letters = full.rstrip("0123456789")
    return f"{letters}{int(full[len(letters) :]) + 10**digits}"


RULE = Rule(
    "PAG004",
    "truncated-page-range",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, PAGE_FIELDS),
    is_default=False,
    fixability=Fixability.SAFE,
)
