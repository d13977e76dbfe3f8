"""The dates of pages in the forms that meta elements and datelines give them."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

from citekit.fields.dates import parse_date
from citekit.fields.edtf import parse_edtf
from citekit.model.reference import DateRange

DATE_SHAPE = re.compile(
    r"(?<!\d)(?:\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}(?!\d)日?"
    r"|\d{4}\s[^\W\d_]{3,12}\s\d{1,2}(?!\d)"
    r"|\d{1,2}(?:st|nd|rd|th)?\.?[\s-](?:of\s|de\s)?[^\W\d_]{3,12}\.?,?[\s-](?:de\s)?\d{4}(?!\d)"
    r"|[^\W\d_]{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}(?!\d)|\d{1,2}[./]\d{1,2}[./]\d{4}(?!\d))"
)
_ISO_START = re.compile(r"\d{4}-\d\d-\d\d(?=[T\s])|\d{4}-\d\d-\d\d$")
_COMPACT = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)(?:(?:\d{4,6})?$|T\d)")
# Seconds or milliseconds since 1970, from 2001 on.
_SECONDS = re.compile(r"(1\d{9})(?:\d{3})?$")
_YEAR_FIRST = re.compile(r"(\d{4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})$")
_MONTH_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})\b")
# The zones of hours that are told in a country that writes the month first.
_AMERICAN_HOUR = re.compile(r"\d\s?[ap]\.?m\.?,?\s\(?(?:E|C|M|P)[SD]?T\b", re.IGNORECASE)
# "T22:00:00Z", "T22:00:00.000+00:00".
_GREENWICH_HOUR = re.compile(r"T(\d\d):\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]00:?00)$")
_NOON = 12
_LONGEST = 200
_FIRST_YEAR = 1000
_DECEMBER = 12


def parse_page_date(text: str) -> DateRange | None:
    """The date in the forms that pages use, None where there is none that can be told.

    These are ISO dates with a time, ``2019/03/01``, seconds since 1970 (the day is that of
    Greenwich) and dates as printed, alone or with a weekday or an hour. The day of a date with a
    time is the one that is written, in the zone of the page.
    """
    for found in _readings(text.strip()[:_LONGEST]):
        if isinstance(found, DateRange) and found.start.year >= _FIRST_YEAR:
            return found
    return None


def is_day_shifted(text: str, declared: DateRange, shown: DateRange) -> bool:
    """Whether ``shown`` is the day of the page's own zone for ``text``, an hour of Greenwich.

    "2018-09-08T22:00:00Z" is the ninth of September where the page was written; the hour must
    allow it, so that no later change of the page is taken for its date.
    """
    hour = _GREENWICH_HOUR.search(text[:_LONGEST])
    days = [_ordinal(value) for value in (declared, shown)]
    if hour is None or None in days:
        return False
    apart = (days[1] or 0) - (days[0] or 0)
    return (apart == 1 and int(hour[1]) >= _NOON - 1) or (apart == -1 and int(hour[1]) < _NOON)


def _ordinal(value: DateRange) -> int | None:
    """The number of a whole day, None for what is not one."""
    try:
        start = value.start
        return date(start.year, start.month, start.day).toordinal()
    except ValueError:
        return None


def _readings(text: str) -> Iterator[object]:
    iso = _ISO_START.match(text)
    if iso:
        yield parse_edtf(iso.group())
    compact = _COMPACT.match(text)
    if compact:
        yield parse_edtf("-".join(compact.groups()))
    seconds = _SECONDS.match(text)
    if seconds:
        yield parse_edtf(datetime.fromtimestamp(int(seconds[1]), UTC).date().isoformat())
    yield _printed(text)
    american = _MONTH_FIRST.search(text)
    if american and _AMERICAN_HOUR.search(text):
        month, day, year = american.groups()
        if 0 < int(month) <= _DECEMBER and int(day):
            yield parse_date(f"{year}-{month:0>2}-{day:0>2}")
    shape = DATE_SHAPE.search(text)
    if shape and shape.group() != text:
        yield _printed(shape.group())


def _printed(text: str) -> object:
    numeric = _YEAR_FIRST.match(text)
    if numeric:
        return parse_date("-".join(numeric.groups()))
    named = re.sub(r"(?<=[\d\w])-(?=[^\W\d_])|(?<=[^\W\d_])-(?=\d)", " ", text)
    return parse_date(named)
