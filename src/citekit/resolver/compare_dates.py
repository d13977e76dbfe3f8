"""How the dates of two references agree."""

from citekit.model.reference import Date, DateParts, DateRange
from citekit.model.variables import DateVariable
from citekit.resolver.finding import NOTHING, Finding, Verdict
from citekit.resolver.profile import Profile


def compare_dates(a: Profile, b: Profile) -> Finding:
    """What the dates of issue say. A date that is no date ("n.d.", "last year") says nothing."""
    first, second = issued(a), issued(b)
    if first is None or second is None:
        return NOTHING
    return _compare_parts(first, second)


def issued(profile: Profile) -> DateParts | None:
    """The first day, month or year of issue; ``None`` where no year is known."""
    return start_of(profile.reference.dates.get(DateVariable.ISSUED))


def start_of(date: Date | None) -> DateParts | None:
    """The start of a date; ``None`` for no date and for a literal."""
    return date.start if isinstance(date, DateRange) else None


def agree_to_the_day(a: Profile, b: Profile) -> bool:
    """Whether both are of the same, fully known day."""
    first, second = issued(a), issued(b)
    return first is not None and first == second and first.day > 0


def _compare_parts(first: DateParts, second: DateParts) -> Finding:
    gap = abs(first.year - second.year)
    if gap > 1:
        return Finding(Verdict.DIFFERENT, -5.0, f"year {first.year} against {second.year}")
    if gap == 1:
        return Finding(Verdict.DIFFERENT, -2.5, f"year {first.year} against {second.year}")
    if first.month and second.month and first.month != second.month:
        return Finding(Verdict.DIFFERENT, -2.0, "same year, other month")
    if first.day and second.day and first.day != second.day:
        return Finding(Verdict.DIFFERENT, -2.0, "same month, other day")
    if first.season and second.season and first.season != second.season:
        return Finding(Verdict.DIFFERENT, -2.0, "same year, other season")
    if first.day and second.day:
        return Finding(Verdict.EQUAL, 3.0, "same day of issue")
    return Finding(Verdict.EQUAL, 1.5, "same year")
