"""The first day that a date speaks of."""

from citekit.model.reference import Date, DateParts, DateRange


def start_of(date: Date | None) -> DateParts | None:
    """The start of a date; ``None`` for no date and for a literal."""
    return date.start if isinstance(date, DateRange) else None
