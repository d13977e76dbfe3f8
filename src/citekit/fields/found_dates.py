"""The pattern of dates in running text."""

import re
from functools import cache

from citekit.text.data import load_mapping, load_words

_YEAR = r"(?:1\d{3}|20\d{2})"
_SUP = r"(?:<sup>)?(?:st|nd|rd|th|er|º|°|\.)?(?:</sup>)?"
_DAY = rf"(?<![\d.,:/-])[0-3]?\d{_SUP}"
_DAYS = rf"{_DAY}(?:\s?-\s?[0-3]?\d{_SUP})?"
_GAP = r"[,.]?\s{1,2}"
_OF = r"(?:of\s|de\s|del\s)?"


@cache
def _months() -> str:
    words = set(load_mapping("citekit.fields", "dates", "months"))
    words |= load_words("citekit.fields", "found_dates", "accented")
    words -= load_words("citekit.fields", "found_dates", "doubtful")
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))


@cache
def _seasons() -> str:
    words = set(load_mapping("citekit.fields", "dates", "seasons"))
    words |= load_words("citekit.fields", "found_dates", "accented_seasons")
    words -= load_words("citekit.fields", "found_dates", "doubtful")
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))


@cache
def date_pattern() -> re.Pattern[str]:
    """The pattern of a date; its group ``day`` is set where a day and a month are there.

    It is meant for straightened text and is linear: every repetition in it has a bound.
    """
    month = rf"(?<!\w)(?:{_months()})(?!\w)\.?"
    period = rf"(?<!\w)(?:{_months()}|{_seasons()})(?!\w)\.?"
    year = rf"{_YEAR}(?![\d%])(?![.,:]\d)"
    day_first = rf"{_DAYS}\s{{1,2}}{_OF}{month}(?:{_GAP}{_OF}{year})?"
    month_first = rf"{month}\s{{1,2}}{_DAYS}(?!\d)(?:,?\s{{1,2}}{year})?"
    forms = (
        r"(?<![\w.-])\d{4}-[01]\d-[0-3]\d(?!\d)",
        r"(?<!\d)[12]\d{3}\s?[年년](?:\s?\d{1,2}\s?[月월](?:\s?\d{1,2}\s?[日일])?)?",
        r"(?<![\w.-])[0-3]?\d\.[01]?\d\.(?:1\d{3}|20\d{2})(?!\w)",
        rf"(?P<day>{day_first}|{month_first})",
        rf"{period}(?:\s?[-/]\s?{period})?{_GAP}{_OF}{year}(?:[/-]\d{{2,4}}(?!\d))?",
        rf"(?<![\w.,:/$£€#-]){_YEAR}(?:[-/](?:{_YEAR}|\d\d))?(?![\w%/-])(?![.,:]\d)",
    )
    return re.compile(rf"(?=\w)(?:{'|'.join(forms)})", re.IGNORECASE)
