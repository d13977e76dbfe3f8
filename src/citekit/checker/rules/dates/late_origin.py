"""A date of the original later than that of the edition.

Often the two are swapped: `origdate` is that of the first edition.

    date = {1848}, origdate = {1984}

Swap the two, or correct the one that is wrong.

It is wrong in no case we know of.
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.dates.entry_years import entry_year, year_of
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    first, published = year_of(field.value), entry_year(field.entry)
    if first and published and first > published:
        yield field.problem(
            f"'{field.value.strip()}' is after the edition, of {published}",
            hint="Swap the two dates, or correct the one that is wrong.",
        )


RULE = Rule(
    "DAT017",
    "origin-after-publication",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"origdate", "origyear"})),
)
