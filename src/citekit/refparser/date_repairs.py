"""What mends the labels around dates: years of a first print, days after "vom", ranges."""

import re
from dataclasses import replace
from functools import cache

from citekit.fields.dates import find_dates
from citekit.model.citation import Label
from citekit.model.reference import DateRange
from citekit.text.data import load_words

_YEAR = r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)"
# "(1963; London: Penguin, 2002)": the first print and the one in hand, in one parenthesis.
_TWO_PRINTS = re.compile(rf"\((?P<first>{_YEAR})\s?;\s(?P<cue>)[^()]{{0,120}}?(?P<now>{_YEAR})\)")
_VOM = re.compile(r",?\s(?:vom|v\.)\s(?=\d)")
_NUMERIC_DAY = re.compile(r"\d{1,2}\.\s?\d{1,2}\.\s?(?:1[4-9]|20)\d\d(?!\d)")
_LONGEST_DAY = 25
_YEAR_RANGE = re.compile(r"((?:1[5-9]|20)\d\d)\s?[-–/]\s?((?:1[5-9]|20)?\d\d)")
_PAGE_CUE = re.compile(r"(?:\b(?:pp?|S|pages?|Seiten?|pg|pgs|at)\.?\s?|:\s?)$", re.IGNORECASE)
_MOST_YEARS = 10


def date_original(text: str, labels: list[Label]) -> list[Label]:
    """Takes the year before a reprint for that of the original, the one after for the date."""
    match = _reprint().search(text) or _TWO_PRINTS.search(text)
    if match is None or int(match["first"]) >= int(match["now"]):
        return labels
    spans = (match.span("first"), match.span("now"))
    titles = [label for label in labels if label.variable == "title"]
    if any(label.start < end and start < label.end for label in titles for start, end in spans):
        return labels
    labels = [label for label in labels if label.variable != "issued"]
    labels = _cleared(labels, match.start("first"), match.end("cue"))
    labels = _cleared(labels, *spans[1])
    original = Label(*spans[0], "original-date", 1.0)
    return sorted([*labels, original, Label(*spans[1], "issued", 1.0)], key=lambda la: la.start)


def date_after_vom(text: str, labels: list[Label]) -> list[Label]:
    """Takes the day after "vom" for the date, as newspapers are cited in German.

    What alone stands before it is the newspaper. Within a title nothing is changed.
    """
    match = _VOM.search(text)
    end = _day_end(text, match.end()) if match else 0
    if match is None or not end:
        return labels
    start = match.end()
    if any(label.start < match.start() and label.end > end for label in labels):
        return labels
    mended = _cleared(labels, match.start(), end)
    mended = [label for label in mended if label.variable != "issued"]
    before = [label for label in mended if label.end <= start]
    if [label.variable for label in before] == ["title"] and text[: before[0].start].strip() == "":
        mended = [
            replace(label, variable="container-title") if label is before[0] else label
            for label in mended
        ]
    return sorted([*mended, Label(start, end, "issued", 1.0)], key=lambda label: label.start)


def date_range(text: str, labels: list[Label]) -> list[Label]:
    """Takes "1972–73" for years where no other date is known and no word says pages."""
    if any(label.variable == "issued" for label in labels):
        return labels
    for i, label in enumerate(labels):
        match = _YEAR_RANGE.fullmatch(text, label.start, label.end)
        if match is None or label.variable != "page" or _PAGE_CUE.search(text[: label.start]):
            continue
        first, last = match.groups()
        last = first[: len(first) - len(last)] + last
        if 0 < int(last) - int(first) <= _MOST_YEARS:
            return [*labels[:i], replace(label, variable="issued"), *labels[i + 1 :]]
    return labels


def _day_end(text: str, start: int) -> int:
    """Where the day that begins at ``start`` ends, 0 if there is none."""
    numeric = _NUMERIC_DAY.match(text, start)
    if numeric:
        return numeric.end()
    found = find_dates(text[start : start + _LONGEST_DAY])
    whole = found and found[0].start == 0 and isinstance(found[0].date, DateRange)
    return start + found[0].end if whole else 0


def _cleared(labels: list[Label], start: int, end: int) -> list[Label]:
    """``labels`` cut so that none of them reaches into the stretch."""
    cleared = []
    for label in labels:
        if label.start < start < label.end:
            cleared.append(replace(label, end=start))
        elif start <= label.start < end < label.end:
            cleared.append(replace(label, start=end))
        elif label.end <= start or label.start >= end:
            cleared.append(label)
    return cleared


@cache
def _reprint() -> re.Pattern[str]:
    words = load_words("citekit.refparser", "editions", "reprint")
    cues = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(
        rf"(?P<first>{_YEAR})[\s.,;)(\[]{{1,3}}(?P<cue>(?:{cues})(?!\w)\.?,?)"
        rf"[^()]{{0,80}}?(?P<now>{_YEAR})",
        re.IGNORECASE,
    )
