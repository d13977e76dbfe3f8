"""Sources that lie in an archive: the repository, the shelfmark, and what is said of the piece."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from citekit.fields.archives import (
    archive_name,
    is_archive_place,
    library_name,
    starts_with_archive_letters,
)
from citekit.fields.dates import find_dates, parse_date
from citekit.fields.pages import parse_locator
from citekit.model.citation import Label
from citekit.model.reference import DateRange
from citekit.model.spans import Span
from citekit.refparser.locators import NONE, CiteLocator
from citekit.text.data import load_words

_LONGEST = 600
# Segments of a source: between commas, semicolons, colons, and stops that end a longer word.
_BREAK = re.compile(r"(?:[,;][”\"»]?|(?<!\d):|(?<=[^\W\d_]{4})\.|(?<=[)])\.)\s+")
# "FO 371/24311", "DF.HUG/12", "BB 312", "F7 4567": letters in capitals, then numbers.
_CODE = re.compile(
    r"[A-ZÄÖÜ][A-Za-z]?[A-Z]{0,5}(?:[./ ][A-Z]{1,6}){0,3}(?:[IVX]{1,4} )?[./ ]?\d{1,7}[a-z]?"
    r"(?:[./ –-]{1,2}[A-Z]{0,3}\d{1,7}[a-z]?){0,4}\*?"
)
_FOND = re.compile(r"(?:f|fond|F)\.?\s?\d+", re.IGNORECASE)
_OPIS = re.compile(r"(?:op|opis)\.?\s?\d+", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\(([^()]{1,60})\)\s*$")
_HEREAFTER = re.compile(
    r"[A-Z][A-Za-z/&-]{0,6}[A-Z][a-z]?$"
    r"|(?:hereafter|hereinafter|henceforth|im Folgenden|künftig|ci-après|en adelante)\b"
)
# What follows the name of a town: "College Park, MD".
_STATE = re.compile(r"[A-Z]{2}|D\.?C\.?|UK|USA")
_MOST_BETWEEN = 3
_MARKS = ' \t\r\n.,;:“”"«»„‘’'
# Words between the piece and the archive that it lies in.
_LINKS = frozenset({"in", "dans", "en", "nel"})
_LOCATORS = frozenset({"folio", "page", "line", "paragraph", "column"})


@dataclass(frozen=True, slots=True)
class ArchivalSource:
    """The labels of an archival source, and the locator with its place in the text."""

    labels: tuple[Label, ...]
    locator: CiteLocator


def read_archival(text: str) -> ArchivalSource | None:
    """The source in an archive that ``text`` cites, ``None`` if it cites none.

    There is one where the name of an archive stands beside a shelfmark ("TNA, FO 371/24311",
    "RG 59, Box 3"); nothing is guessed from one of them alone. What stands before them or
    after, dates and locators apart, is the title.
    """
    if len(text) > _LONGEST:
        return None
    segments = _segments(text)
    for index, segment in enumerate(segments):
        words = text[segment.start : segment.end]
        strict = not archive_name(words)
        if strict and not library_name(words):
            continue
        after = _shelfmark_after(text, segments, index + 1, cued=strict)
        before = _shelfmark_before(text, segments, index) if not after else range(0)
        marks = after or before
        if marks:
            return _source(text, segments, index, marks)
    return None


def _segments(text: str) -> list[Span]:
    """The segments in order; the letters of an archive are parted from a shelfmark after them."""
    segments: list[Span] = []
    start = 0
    for match in [*_BREAK.finditer(text), None]:
        end = match.start() if match else len(text)
        letters = starts_with_archive_letters(text[start:end])
        if letters:
            segments.append(Span(start, start + letters))
            start += letters
        segment = _stripped(text, start, end)
        if segment.end > segment.start:
            segments.append(segment)
        start = match.end() if match else end
    return segments


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _MARKS:
        start += 1
    while start < end and text[end - 1] in _MARKS:
        end -= 1
    return Span(start, end)


@cache
def _cued() -> re.Pattern[str]:
    cues = "|".join(
        re.escape(cue.replace("_", " "))
        for cue in sorted(
            load_words("citekit.refparser", "archival", "cues"), key=len, reverse=True
        )
    )
    number = r"(?:\d[\w./–-]*|(?-i:[A-Z]{1,4}))(?:\s?\d[\w./–-]*)?"
    counter = r"(?:no\.?\s|n[°º]\s?|nr\.?\s)?"
    return re.compile(
        rf"(?:[^\W\d_][\w’'.-]*\s){{0,3}}?(?:{cues})\.?\s?{counter}(?:[A-Z]{{1,4}}[./-]?)?{number}",
        re.IGNORECASE,
    )


def _is_mark(text: str, segments: Sequence[Span], index: int, *, cued: bool) -> bool:
    """Whether the segment is part of a shelfmark; with ``cued`` only if a word says so."""
    words = text[segments[index].start : segments[index].end]
    if isinstance(parse_date(words), DateRange):
        return False
    if _FOND.fullmatch(words) and index + 1 < len(segments):
        following = text[segments[index + 1].start : segments[index + 1].end]
        return _OPIS.fullmatch(following) is not None
    if _cued().fullmatch(words):
        return True
    return not cued and _CODE.fullmatch(words) is not None


def _shelfmark_after(text: str, segments: Sequence[Span], first: int, *, cued: bool) -> range:
    """The segments from ``first`` on that make the shelfmark, with a collection before it."""
    begin = first
    if begin < len(segments) and is_archive_place(_words(text, segments[begin])):
        begin += 1
        if begin < len(segments) and _STATE.fullmatch(_words(text, segments[begin])):
            begin += 1
    for place in range(begin, min(begin + _MOST_BETWEEN, len(segments))):
        if _is_mark(text, segments, place, cued=cued):
            end = place + 1
            while end < len(segments) and _is_mark(text, segments, end, cued=True):
                end += 1
            return range(begin, end)
        if not _words(text, segments[place])[:1].isupper() or find_dates(
            _words(text, segments[place])
        ):
            break
    return range(0)


def _shelfmark_before(text: str, segments: Sequence[Span], index: int) -> range:
    """The segments before the archive that make the shelfmark ("Box 3, Smith Papers, Archive")."""
    marks = [
        place
        for place in range(max(0, index - _MOST_BETWEEN - 1), index)
        if _is_mark(text, segments, place, cued=True)
    ]
    return range(marks[0], index) if marks else range(0)


def _words(text: str, segment: Span) -> str:
    """The words of a segment without what stands in parentheses at its end."""
    return _ASIDE.sub("", text[segment.start : segment.end])


def _source(text: str, segments: Sequence[Span], index: int, marks: range) -> ArchivalSource:
    labels = [_label(Span(segments[marks[0]].start, segments[marks[-1]].end), "archive_location")]
    labels += _archive_labels(text, segments[index])
    between = range(index + 1, marks[0])
    if between:
        town = Span(segments[between[0]].start, segments[between[-1]].end)
        labels.append(_label(_without_aside(text, town), "archive-place"))
    used = {index, *between, *marks}
    locator = NONE
    titles: list[int] = []
    for place, segment in enumerate(segments):
        words = text[segment.start : segment.end]
        if place in used or words.casefold() in _LINKS:
            continue
        located = parse_locator(words)
        if located is not None and located.label in _LOCATORS:
            locator = CiteLocator(located.value, located.label, segment)
        elif isinstance(parse_date(words), DateRange):
            labels.append(_label(segment, "issued"))
        else:
            titles.append(place)
    return ArchivalSource(tuple(_with_title(labels, text, segments, titles)), locator)


def _with_title(
    labels: list[Label], text: str, segments: Sequence[Span], places: Sequence[int]
) -> list[Label]:
    """``labels`` with the title: the first run of segments that are nothing else.

    A date at its end is that of the piece ("délibération du 3 mai 1709").
    """
    if places:
        run = [place for n, place in enumerate(places) if place - n == places[0]]
        title = Span(segments[run[0]].start, segments[run[-1]].end)
        dates = find_dates(text[title.start : title.end])
        labels.append(_label(title, "title"))
        if len(dates) == 1 and not any(label.variable == "issued" for label in labels):
            start, end = title.start + dates[0].start, title.start + dates[0].end
            labels.append(_label(Span(start, end), "issued"))
    return labels


def _archive_labels(text: str, segment: Span) -> list[Label]:
    """The name of the archive, and the town that stands in parentheses after it."""
    labels = [_label(_without_aside(text, segment), "archive")]
    aside = _ASIDE.search(text, segment.start, segment.end)
    if aside and not _HEREAFTER.match(aside.group(1)):
        labels.append(_label(Span(*aside.span(1)), "archive-place"))
    return labels


def _without_aside(text: str, segment: Span) -> Span:
    aside = _ASIDE.search(text, segment.start, segment.end)
    return replace(segment, end=aside.start()) if aside else segment


def _label(span: Span, variable: str) -> Label:
    return Label(span.start, span.end, variable, 1.0)
