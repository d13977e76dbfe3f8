"""A date of access before the work appeared, or years ahead.

    year = {2019}, urldate = {2013-05-02}

Correct the one that is wrong.

It is wrong where an earlier version of the work was seen; a year of grace is given for what is
first published online.

The option `latest` is the last year that is let pass (2028, two years after the release of the
program); the clock is not asked.
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.dates.bounds import LATEST
from citekit.checker.rules.dates.entry_years import entry_year, year_of
from citekit.model.diagnostic import Severity


def _check(field: Field, options: RuleOptions) -> Iterator[Problem]:
    accessed = year_of(field.value)
    if not accessed:
        return
    if accessed > options.number("latest"):
        yield field.problem(
            f"'{field.value.strip()}' is later than {options.number('latest')}",
            hint="Correct the year.",
        )
        return
    published = entry_year(field.entry)
    if published and (accessed + 1 < published or _is_earlier(field, accessed, published)):
        yield field.problem(
            f"'{field.value.strip()}' is before the work appeared, in {published}",
            hint="Correct the one that is wrong.",
        )


def _is_earlier(field: Field, accessed: int, published: int) -> bool:
    """Whether a web page, which has no earlier version in print, was seen the year before."""
    return accessed < published and field.entry.type in {"online", "electronic", "www", "webpage"}


RULE = Rule(
    "DAT011",
    "access-before-publication",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"urldate"})),
    options={"latest": LATEST},
)
