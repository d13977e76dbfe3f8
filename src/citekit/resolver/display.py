"""A value as a message shows it."""

from citekit.model.reference import DateParts, DateRange, Literal, PersonalName
from citekit.resolver.compare_names import shown
from citekit.text.case_marks import without_case_marks

_SEASONS = ("", "spring", "summer", "autumn", "winter")


def display(value: object) -> str:
    """A text, number, date or list of names in the words a reader would use."""
    if isinstance(value, DateRange):
        end = "" if value.end == value.start else _display_parts(value.end)
        return _display_parts(value.start) + (f"/{end or '…'}" if value.end != value.start else "")
    if isinstance(value, Literal | PersonalName):
        return shown(value)
    if isinstance(value, tuple):
        return ", ".join(display(item) for item in value)
    return without_case_marks(str(value))


def _display_parts(parts: DateParts | None) -> str:
    if parts is None:
        return ""
    if parts.season:
        return f"{_SEASONS[parts.season]} {parts.year}"
    numbers = (parts.year, parts.month, parts.day)
    return "-".join(f"{number:02}" for number in numbers if number)
