"""More than one year in `year`.

BibTeX's styles sort by the whole text and shorten it for labels to its last digits; BibLaTeX takes
an integer alone.

    year = {1984/1985}

Write the year of the edition that is cited; in BibLaTeX write a range as `date = {1984/1985}`. The
fix does that in files for BibLaTeX, where there is no `month` that `date` would displace.

It is harmless for works in several volumes with a style that prints the field as it stands.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.dates.entry_years import years_of
from citekit.model.diagnostic import Severity

_YEARS = re.compile(r"(\d{4})\s*(?:/|-{1,3}|–)\s*(\d{4}|\d{2}|)")
_MONTHS = 12


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    value = field.value.strip("{} \t\r\n")
    if len(value) < 6 or "\\" in value:  # noqa: PLR2004  # "1984--"
        return
    several = len(set(years_of(value))) > 1
    match = _YEARS.fullmatch(value)
    if not several and not (match and (not match[2] or int(match[2]) > _MONTHS)):
        return
    date = _range(match[1], match[2]) if match else ""
    is_modern = field.entry.file.dialect == "biblatex" and not field.entry.has("date", "month")
    yield field.problem(
        f"'{value}' is more than one year",
        hint=f"Write 'date = {{{date}}}'."
        if date and is_modern
        else "Write the year of the edition that is cited.",
        fix=_fix(field, date) if date and is_modern else None,
    )


def _range(first: str, last: str) -> str:
    """The range in EDTF, an end of two digits made whole; empty if it runs backwards."""
    end = first[: 4 - len(last)] + last if last else ""
    return f"{first}/{end}" if not end or end > first else ""


def _fix(field: Field, date: str) -> Fix | None:
    value = field.replacement("", date)
    if value is None:
        return None
    return Fix(f"Write 'date = {{{date}}}'", (*field.renaming("date").edits, *value.edits))


RULE = Rule(
    "DAT003",
    "several-years",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"year"})),
    is_default=False,
    fixability=Fixability.SAFE,
)
