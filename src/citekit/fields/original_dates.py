"""Two years in one: that of the work in hand, and that of its original."""

import re
from dataclasses import dataclass
from functools import cache

from citekit.text.data import load_words

_LONGEST = 80
_YEAR = r"(?:1\d{3}|20\d{2})"
# The year of copyright is not that of an original: "2003, c2001".
_COPYRIGHT = re.compile(r"\bc(?:opyright|op)?\.?\s?(?=\d)|[©℗]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date of publication and, where it was printed with it, that of the original."""

    issued: str
    original: str = ""


@cache
def _two_years() -> re.Pattern[str]:
    words = sorted(load_words("citekit.fields", "dates", "original"), key=len, reverse=True)
    said = rf"(?:c(?=\d)|(?:{'|'.join(map(re.escape, words))})\b\.?:?\s?)"
    return re.compile(
        rf"(?P<first>{_YEAR})[a-z]?\s?(?:[,;/]?\s?[(\[]\s?{said}{{0,3}}|[,;]?\s?{said}{{1,3}})"
        rf"(?P<second>{_YEAR})\s?[)\]]?"
        rf"|[(\[](?P<before>{_YEAR})[)\]]\s?(?P<after>{_YEAR})[a-z]?",
        re.IGNORECASE,
    )


def split_original(text: str) -> PrintedDate:
    """The year of the work in hand and that of its original: "1999 [1887]", "1999, orig. 1887".

    Whichever way they are printed, the later year is that of the work in hand. A text with one
    date, or with a range, is returned as it is.

    Example:
        >>> split_original("1887 [repr. 1999]")
        PrintedDate(issued='1999', original='1887')
    """
    if len(text) > _LONGEST:
        return PrintedDate(text)
    match = _two_years().fullmatch(" ".join(text.split()).strip(" ,;."))
    if match is None:
        return PrintedDate(text)
    if _COPYRIGHT.search(text):
        return PrintedDate(match["first"])
    years = sorted(year for year in match.group("first", "second", "before", "after") if year)
    return PrintedDate(years[-1], years[0])
