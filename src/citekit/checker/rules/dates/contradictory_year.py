"""A `year` or `month` that contradicts `date`, or that BibLaTeX does not read because of it.

Where there is a date BibLaTeX does not look at year and month, while styles of BibTeX look at
nothing else: one file gives two years.

    date = {2001-03-09}, year = {2002}

Correct the one that is wrong, and keep one of both. The fix removes the year, or puts the month
into the date, and is unsafe.

It is wrong in no case we know of.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.bib_file import Entry
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import EntryCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.dates.entry_years import year_of
from citekit.checker.rules.dates.months import month_number
from citekit.model.diagnostic import Severity

_SHORT_DATE = re.compile(r"\d{4}")
_MONTH_OF_DATE = re.compile(r"\d{4}-(\d\d)")


def _check(entry: Entry, _options: RuleOptions) -> Iterator[Problem]:
    date = entry.get("date")
    if date is None:
        return
    year, month = entry.get("year"), entry.get("month")
    if year is not None:
        one, other = year_of(year.value), year_of(date.value)
        if one and other and one != other and not _is_within(one, date.value):
            yield year.problem(
                f"'{year.value.strip()}' contradicts the date '{date.value.strip()}'",
                hint="Correct the one that is wrong, and remove 'year'.",
                fix=year.removal(is_safe=False),
            )
    if month is not None:
        yield from _month_problems(date, month)


def _is_within(year: int, date: str) -> bool:
    """Whether ``year`` lies in the range that ``date`` is."""
    first, slash, last = date.partition("/")
    return bool(slash) and year_of(first) <= year <= (year_of(last) or year)


def _month_problems(date: Field, month: Field) -> Iterator[Problem]:
    number = month_number(month.value)
    value = date.value.strip()
    match = _MONTH_OF_DATE.match(value)
    if number and match and int(match[1]) != number and "/" not in value:
        yield month.problem(
            f"'{month.value.strip()}' contradicts the date '{value}'",
            hint="Correct the one that is wrong, and remove 'month'.",
            fix=month.removal(is_safe=False),
        )
    elif number and _SHORT_DATE.fullmatch(value) and date.entry.file.dialect == "biblatex":
        full = f"{value}-{number:02d}"
        written = date.replacement("", full, is_safe=False)
        yield month.problem(
            f"'{month.value.strip()}' is not read beside 'date'",
            hint=f"Write 'date = {{{full}}}' and remove 'month'.",
            fix=Fix(
                f"Write 'date = {{{full}}}'",
                (*written.edits, *month.removal().edits),
                is_safe=False,
            )
            if written
            else None,
        )


RULE = Rule(
    "DAT009",
    "contradictory-year",
    __doc__,
    Severity.WARNING,
    EntryCheck(_check),
    fixability=Fixability.UNSAFE,
)
