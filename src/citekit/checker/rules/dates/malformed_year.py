"""A year that is not of four digits, or has a month, a day or a letter with it.

Styles print what they get and sort by it; BibLaTeX takes an integer alone and drops the rest.

    year = {84}

Write all four digits: `year = {1984}`. A month belongs into `month` (or all into BibLaTeX's
`date`), a letter such as that of "1984a" is added by the style. The fixes are unsafe.

It is wrong for works of antiquity. Words, brackets and years before Christ have a rule of their
own, `year-not-a-number`, several years another, `several-years`.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import FileEdit, Fix, Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.dates.entry_years import years_of
from citekit.checker.rules.dates.months import MACROS
from citekit.checker.rules.dates.written_dates import iso_of
from citekit.model.diagnostic import Severity

_SHORT_OR_LONG = re.compile(r"\d{1,3}|\d{5,12}")
_LETTERED = re.compile(r"(\d{4})\s?[a-z]")
_DATE = re.compile(r"\d{4}[-/.](?:\d{1,2})(?:[-/.]\d{1,2})?")
_CONFUSED = re.compile(r"(?=[\doOlI]*[oOlI])(?=\D{0,2}\d)[12lI][\doOlI]{3}")
_TWO_DIGITS = re.compile(r"[12]\d{3}[-/](\d{2})")
_DIGITS = str.maketrans("oOlI", "0011")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    value = field.value
    if (len(value) == 4 and value.isdigit()) or "\\" in value or field.macro:  # noqa: PLR2004  # digits of a year
        return
    year = value.strip("{} \t\r\n")
    better, is_wrong = _judge(year)
    if is_wrong:
        date = iso_of(year) if better else ""
        fix = _date_fix(field, date) if "-" in date else _year_fix(field, better)
        yield field.problem(
            f"'{year}' is not the four digits of a year",
            hint=f"{fix.title}." if fix else "Write all four digits.",
            fix=fix,
        )


def _judge(year: str) -> tuple[str, bool]:
    """The year that is meant, empty if that is not certain, and whether ``year`` is malformed."""
    if _SHORT_OR_LONG.fullmatch(year):
        return "", True
    if match := _LETTERED.fullmatch(year):
        return match[1], True
    if _CONFUSED.fullmatch(year):
        return year.translate(_DIGITS), True
    short = _TWO_DIGITS.fullmatch(year)
    if short and int(short[1]) > 12:  # noqa: PLR2004  # months; "1978/79" is two years
        return "", False
    if _DATE.fullmatch(year):
        return year[:4], True
    date = iso_of(year) if year[:1].isalnum() and len(years_of(year)) == 1 else ""
    has_month = re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", date) is not None
    return date[:4] if has_month else "", has_month


def _year_fix(field: Field, year: str) -> Fix | None:
    return field.replacement(f"Write '{year}'", year, is_safe=False) if year else None


def _date_fix(field: Field, date: str) -> Fix | None:
    """The fix that makes a date of the year in BibLaTeX, and a month in BibTeX."""
    entry = field.entry
    if entry.get("month") is not None or entry.get("date") is not None or date.count("-") > 2:  # noqa: PLR2004  # year, month, day
        return _year_fix(field, date[:4])
    if entry.file.dialect == "biblatex":
        value = field.replacement("", date, is_safe=False)
        if value is None:
            return None
        edits = (*field.renaming("date").edits, *value.edits)
        return Fix(f"Write 'date = {{{date}}}'", edits, is_safe=False)
    number = int(date[5:7])
    year = _year_fix(field, date[:4])
    if year is None or not 1 <= number <= len(MACROS):
        return year
    month = entry.addition("month", MACROS[number - 1], after=field)
    title = f"Write '{date[:4]}' and the month '{MACROS[number - 1]}'"
    return Fix(title, _merged(year, month), is_safe=False)


def _merged(year: Fix, month: Fix) -> tuple[FileEdit, ...]:
    return (*year.edits, *month.edits)


RULE = Rule(
    "DAT001",
    "malformed-year",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"year"})),
    fixability=Fixability.UNSAFE,
)
