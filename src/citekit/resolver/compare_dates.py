"""How the dates of two references agree."""

from citekit.model.reference import DateParts
from citekit.resolver.finding import NOTHING, Finding, Verdict
from citekit.resolver.profile import Profile


def compare_dates(a: Profile, b: Profile) -> Finding:
    """What the dates of issue say. A date that is no date ("n.d.", "last year") says nothing."""
    if a.issued is None or b.issued is None:
        return NOTHING
    return _compare_parts(a.issued, b.issued)


def agree_to_the_day(a: Profile, b: Profile) -> bool:
    """Whether both are of the same, fully known day."""
    return a.issued is not None and a.issued == b.issued and a.issued.day > 0


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
