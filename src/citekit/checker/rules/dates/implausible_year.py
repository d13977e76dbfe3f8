"""A year in which the work can hardly have appeared: long before printing, or years ahead.

It is a slip of the pen or of a program more often than not.

    year = {2091}

Correct the year.

It is wrong for manuscripts and for old works dated by four digits. BibLaTeX's dates before the
year 1000 are let alone.

The options `earliest` (1400) and `latest` are the first and last year that is let pass. The clock
is not asked, so that findings do not change from day to day: `latest` is two years after the
release of the program (2028). `origdate` is looked at for years ahead only.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.dates.bounds import EARLIEST, LATEST
from citekit.model.diagnostic import Severity

_OLD = 1000


def _check(field: Field, options: RuleOptions) -> Iterator[Problem]:
    value = field.value.lstrip("{ ")
    match = re.match(r"(\d{4})(?![\dX])", value)
    if match is None:
        return
    year = int(match[1])
    earliest, latest = options.number("earliest"), options.number("latest")
    is_early = year < earliest and field.name != "origdate"
    if field.name == "date" and year < _OLD:
        return
    if year > latest or is_early:
        start = len(field.value) - len(value)
        bound = f"later than {latest}" if year > latest else f"earlier than {earliest}"
        yield field.problem(
            f"'{match[1]}' is {bound}",
            start=start,
            end=start + len(match[1]),
            hint="Correct the year.",
        )


RULE = Rule(
    "DAT002",
    "implausible-year",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"year", "date", "origdate"})),
    options={"earliest": EARLIEST, "latest": LATEST},
)
