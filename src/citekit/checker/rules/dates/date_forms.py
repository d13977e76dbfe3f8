"""A problem of the form of a date, mended by writing it as ISO 8601 has it."""

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rules.dates.written_dates import (
    date_fault,
    is_biblatex_date,
    iso_of,
    possible_isos,
)


def form_problem(field: Field) -> Problem | None:
    """What is wrong with the form of the date that ``field`` holds, ``None`` if nothing is."""
    value = field.value.strip()
    if not value or "\\" in value or is_biblatex_date(value):
        return None
    iso = iso_of(value)
    choices = (iso,) if iso else possible_isos(value)
    hint = " or ".join(f"'{one}'" for one in choices)
    return field.problem(
        f"'{value}' is no date in the form of ISO 8601",
        hint=f"Write {hint}." if hint else "Write year, month and day as in '2001-03-09'.",
        fix=field.replacement(f"Write '{iso}'", iso) if iso and not date_fault(iso) else None,
    )
