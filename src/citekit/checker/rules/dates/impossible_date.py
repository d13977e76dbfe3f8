"""A day or month that the calendar does not have.

    date = {1999-02-30}

Correct the day or month. BibLaTeX's seasons are the months 21 to 24.

It is wrong for calendars other than the Gregorian one.
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.dates.entry_years import year_of
from citekit.checker.rules.dates.months import month_number
from citekit.checker.rules.dates.written_dates import DATE_FIELDS, date_fault, is_biblatex_date
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    value = field.value.strip()
    if field.name == "day":
        shown, fault = value, _fault_of_day(field)
    else:
        shown, fault = value, date_fault(value) if is_biblatex_date(value) else ""
    if fault:
        yield field.problem(
            f"'{shown}' is not in the calendar: {fault}", hint="Correct the day or month."
        )


def _fault_of_day(field: Field) -> str:
    year, month = field.entry.get("year"), field.entry.get("month")
    number = month_number(month.value) if month else 0
    day = field.value.strip()
    if not (day.isascii() and day.isdecimal()):
        return ""
    if number == 0:
        return "" if 1 <= int(day[:4]) <= 31 else "no month has that day"  # noqa: PLR2004  # days
    known = year_of(year.value) if year else 0
    return date_fault(f"{known or 2000:04d}-{number:02d}-{day[:2]:>02}")


RULE = Rule(
    "DAT007",
    "impossible-date",
    __doc__,
    Severity.ERROR,
    FieldCheck(_check, DATE_FIELDS | {"day"}),
)
