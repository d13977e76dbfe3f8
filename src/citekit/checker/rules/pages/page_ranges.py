"""Ranges of pages in a value, with what stands between the two numbers."""

import re

PAGE_FIELDS = frozenset({"pages", "bookpages"})
"""The fields of ranges of pages."""

_NUMBER = r"(?:[A-Za-z]{0,3}\d{1,9}[A-Za-z]?|[ivxlcdm]{1,12}|[IVXLCDM]{1,12})"
_SIGNS = "‐‑‒–—―−"
_DASH = rf"-{{1,3}}|[{_SIGNS}]"

# Numbers with a part of their own ("A-12--A-14", "3:1--3:20", "12.1") are let alone.
RANGE = re.compile(
    rf"(?<![\w.:/\\{_SIGNS}-])(?P<first>{_NUMBER})(?P<before>\s*)(?P<dash>{_DASH})(?P<after>\s*)"
    rf"(?P<last>{_NUMBER})(?![\w:/]|\.\d|\s*[-{_SIGNS}])"
)
"""Two numbers of pages, in digits or Roman, and the dash between them with its blanks."""

_LETTERS_AND_DIGITS = re.compile(r"([A-Za-z]*)(\d+)")


def full_end(first: str, last: str) -> str:
    """The end of a range with the digits that printing left out, empty if none are left out.

    None are where the two numbers are nearer to each other as they stand: 111 and 97 are swapped.
    It may run before ``first``; the two then make no range.

    Example:
        >>> full_end("1123", "31"), full_end("12", "31")
        ('1131', '')
    """
    start, end = _LETTERS_AND_DIGITS.fullmatch(first), _LETTERS_AND_DIGITS.fullmatch(last)
    if not start or not end or len(end[2]) >= len(start[2]) or end[1] not in {"", start[1]}:
        return ""
    full = f"{start[2][: len(start[2]) - len(end[2])]}{end[2]}"
    if int(start[2]) - int(end[2]) < int(full) - int(start[2]):
        return ""
    return f"{start[1]}{full}"
