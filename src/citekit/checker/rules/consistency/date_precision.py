"""A date that is more or less precise than those of most entries of the type.

    @article{alder2001, …, year = 2001, month = may}
    @article{quill2003, …, year = 2003}

A list that gives the month of some articles only looks unfinished. Give it for all or for none.

It is harmless where styles print years only, and for periodicals that have no months.

Options: `share`, how many per cent of the entries of a type must have dates of one precision (60);
`entries`, how many entries of the type there must be (3).
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.bib_file import BibFile, Entry
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.consistency.conventions import deviating
from citekit.model.diagnostic import Severity

_DATE = re.compile(r"\s*\d{4}(?:-(\d\d)(?:-(\d\d))?)?(?!\d)")


def _precision(entry: Entry) -> tuple[Field | None, str]:
    """The field that has the date, and to what it goes: year, month or day."""
    date = entry.get("date")
    match = _DATE.match(date.value) if date else None
    if match:
        return date, "day" if match[2] else "month" if match[1] else "year"
    year, month = entry.get("year"), entry.get("month")
    if year is None or not year.value.strip():
        return None, ""
    if month is None or not month.value.strip():
        return year, "year"
    return month, "day" if entry.get("day") or re.search(r"\d", month.value) else "month"


def _check(file: BibFile, options: RuleOptions) -> Iterator[Problem]:
    by_type: dict[str, list[tuple[Field, str]]] = {}
    for entry in file.entries:
        field, precision = _precision(entry)
        if field is not None:
            by_type.setdefault(entry.type, []).append((field, precision))
    for name, dates in by_type.items():
        if len(dates) < options.number("entries"):
            continue
        for field, precision, usual in deviating(dates, options.number("share")):
            yield field.problem(
                f"'{field.value}' dates to the {precision}; {usual.share} of '@{name}' to the "
                f"{usual.usual}",
                hint=f"Give the date to the {usual.usual}, as the others do.",
            )


RULE = Rule(
    "CON010",
    "date-precision-mixed",
    __doc__,
    Severity.STYLE,
    FileCheck(_check),
    is_default=False,
    options={"share": 60, "entries": 3},
)
