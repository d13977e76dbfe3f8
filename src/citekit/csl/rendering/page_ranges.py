"""The last number of a range, written out or shortened.

Source: CSL 1.0.2, "Page Ranges" and Appendix V.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

# "8n11564b": letters with what digits stand before them, the number, letters after it.
_NUMBER = re.compile(r"(\d*[^\W\d_]+0*)?(\d+)([^\W\d_]*)")
# The Chicago Manual of Style shortens nothing up to 100 and at full hundreds.
_FULL_UP_TO = 100
_LONG_NUMBERS_FROM = 10_000
_THOUSAND = 1_000
# No page has more digits; longer ones are never shortened.
_MOST_DIGITS = 15

Shortener = Callable[[str, str], str]


def _full(first: str, last: str) -> str:
    del first
    return last


def _minimal(first: str, last: str, keep: int = 1) -> str:
    if len(first) != len(last):
        return last
    same = 0
    while same < len(last) - keep and first[same] == last[same]:
        same += 1
    return last[same:]


def _minimal_two(first: str, last: str) -> str:
    return _minimal(first, last, 2)


def _chicago_15(first: str, last: str) -> str:
    begin, end = int(first), int(last)
    if begin <= _FULL_UP_TO or begin % _FULL_UP_TO == 0:
        return last
    if begin // _FULL_UP_TO == end // _FULL_UP_TO:
        return str(end % _FULL_UP_TO)
    if begin >= _LONG_NUMBERS_FROM and begin // _THOUSAND == end // _THOUSAND:
        return str(end % _THOUSAND)
    return last


def _chicago_16(first: str, last: str) -> str:
    begin, end = int(first), int(last)
    if begin <= _FULL_UP_TO or begin % _FULL_UP_TO == 0:
        return last
    unit = _FULL_UP_TO
    while unit <= end:
        if begin // unit == end // unit:
            return str(end % unit)
        unit *= 10
    return last


_SHORTENERS: Mapping[str, Shortener] = {
    "expanded": _full,
    "minimal": _minimal,
    "minimal-two": _minimal_two,
    "chicago": _chicago_15,
    "chicago-15": _chicago_15,
    "chicago-16": _chicago_16,
}


@lru_cache(maxsize=8192)
def format_range(first: str, last: str, *, page_range_format: str, delimiter: str) -> str:
    """The range from ``first`` to ``last``, empty where the two do not make one.

    ``page_range_format`` is the style's option, empty to leave the numbers as they are. Numbers
    with different letters before them, as in "110-N6", are no range.

    Example:
        >>> format_range("321", "328", page_range_format="chicago", delimiter="–")
        '321–28'
    """
    begin, end = _NUMBER.fullmatch(first), _NUMBER.fullmatch(last)
    if begin is None or end is None or begin[1] != end[1]:
        return ""
    shorten = _SHORTENERS.get(page_range_format)
    plain = f"{first}{delimiter}{last}"
    if shorten is None or begin[3] or end[3] or len(begin[2]) > _MOST_DIGITS:
        return plain
    number, expanded = begin[2], end[2]
    if len(expanded) < len(number):
        expanded = number[: len(number) - len(expanded)] + expanded
    if len(expanded) > _MOST_DIGITS or int(expanded) <= int(number):
        return plain
    prefix = (end[1] or "") if shorten is _full else ""
    return f"{first}{delimiter}{prefix}{shorten(number, expanded)}"
