"""Dates as BibLaTeX wants them, and what may be wrong with them."""

import re
from calendar import monthrange
from functools import lru_cache

from citekit.fields.edtf import format_edtf
from citekit.formats.bib_dates import parse_bib_date
from citekit.model.reference import DateRange

DATE_FIELDS = frozenset({"date", "urldate", "origdate", "eventdate"})
"""The fields of dates in BibLaTeX."""

_TIME = r"T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?"
_DIGIT = r"[\dXu]"
_SINGLE = re.compile(
    rf"(?:-?\d{{2}}{_DIGIT}{{2}}|[Yy]-?\d{{4,9}})"
    rf"(?:-{_DIGIT}{{2}}(?:-{_DIGIT}{{2}}(?:{_TIME})?)?)?[?~%]?"
)
_PLAIN = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_OPEN = frozenset({"", "..", "open", "unknown"})
_FULL = re.compile(r"(-?\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?![\dX])")
_SLASHED = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*")
_SEASONS = range(21, 25)
_MONTHS = range(1, 13)
_LONGEST = 100


def ends_of(text: str) -> tuple[str, ...]:
    """The two ends of a range, or the one date, that ``text`` is."""
    return tuple(end.strip() for end in text.split("/", 1))


def is_biblatex_date(text: str) -> bool:
    """Whether ``text`` has the form of a date that BibLaTeX takes; the day may be impossible.

    Source: BibLaTeX manual, section 2.3.8 (ISO 8601-2 Extended Format, levels 0 and 1).
    """
    if _PLAIN.fullmatch(text):
        return True
    if len(text) > _LONGEST:
        return False
    ends = ends_of(text)
    if not any(_SINGLE.fullmatch(end) for end in ends):
        return False
    return all(_SINGLE.fullmatch(end) or (end in _OPEN and len(ends) > 1) for end in ends)


@lru_cache(maxsize=4096)
def date_fault(text: str) -> str:
    """What of the calendar speaks against ``text``, empty if nothing does.

    Example:
        >>> date_fault("1984-02-30")
        '1984-02 has 29 days'
    """
    for end in ends_of(text):
        match = _FULL.match(end)
        if match is None:
            continue
        year, month, day = int(match[1]), int(match[2]), match[3]
        if month in _SEASONS and day is None:
            continue
        if month not in _MONTHS:
            return f"there is no month '{match[2]}'"
        # The Gregorian calendar repeats every 400 years; the module knows only years from 1 on.
        days = monthrange(year % 400 + 400, month)[1]
        if day is not None and not 1 <= int(day) <= days:
            return f"{match[1]}-{match[2]} has {days} days"
    return ""


@lru_cache(maxsize=4096)
def iso_of(text: str) -> str:
    """``text``, a date in whatever form people print it, in EDTF; empty if that is not certain."""
    date = parse_bib_date(text) if text.strip() else None
    return format_edtf(date) if isinstance(date, DateRange) else ""


def possible_isos(text: str) -> tuple[str, ...]:
    """The dates that ``text`` in digits may be, day or month first: "12/05/1984"."""
    match = _SLASHED.fullmatch(text)
    if match is None:
        return ()
    first, second, year = match.groups()
    found = (f"{year}-{month:>02}-{day:>02}" for day, month in ((first, second), (second, first)))
    return tuple(dict.fromkeys(one for one in found if not date_fault(one)))


def sort_key(text: str) -> tuple[int, int, int] | None:
    """Year, month and day of one end of a date for comparison, ``None`` if it has no sure year.

    What is not given is 0; a season counts as no month.
    """
    match = re.match(r"(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T[\d:.Z+-]*)?[?~%]?$", text.strip())
    if match is None:
        return None
    month = int(match[2] or 0)
    month = month if month in _MONTHS else 0
    return int(match[1]), month, int(match[3] or 0) if month else 0
