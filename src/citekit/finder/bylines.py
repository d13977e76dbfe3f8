"""The authors named above the text of a page or paper."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from citekit.fields.dates import find_dates
from citekit.fields.organisations import is_organisation
from citekit.finder.cues import cue_pattern
from citekit.finder.name_shapes import is_person_shaped, names_institution, without_honorific
from citekit.finder.page_head import HeadLine
from citekit.model.reference import DateRange
from citekit.model.spans import Markup, Span, TracedText
from citekit.text.script import is_cjk

_SEPARATOR = re.compile(
    r"\s*[,;、，·•|/]\s*(?:(?:and|und|et|y|e|en|och|AND|UND|ET)\s+)?"
    r"|\s+(?:and|und|et|y|e|en|och|AND|UND|ET|&|with)\s+"
)
_END = re.compile(
    r"@|\s+(?:[|–—•·]|on|am|le|el|in|for|at|\(|(?i:published|posted|updated|publiziert))(?=\s|$)"
)
_DOT = re.compile(r"\s*[·•|]\s*")
_LATE_BYLINE = re.compile(r"\s(?:by|von|par|por)\s+")
_MARKS = re.compile(r"[\d*†‡§¶,\s]+$")
_LONGEST_CJK_NAME = 6
_MOST_OTHER_LINES = 4
_HEAD_WORDS = 2
_LONGEST_SIGNATURE = 120


@dataclass(frozen=True, slots=True)
class Byline:
    """A line that names authors: the places of their names in it, in order."""

    line: TracedText
    names: tuple[Span, ...]


def find_bylines(lines: Sequence[HeadLine], title: int, *, scholarly: bool) -> tuple[Byline, ...]:
    """The lines that name the authors, in order, none where it would be a guess.

    A line that says so ("By", "Author:") is taken wherever it stands above the text, then one
    below the title that parts them from a date by a dot. Without one, only a paper's lines
    below its title are looked at, for lines that are full names.
    """
    told = [byline for line in lines if (byline := _told(line.text))]
    if not told and title >= 0:
        near = lines[title + 1 : title + 1 + _MOST_OTHER_LINES]
        told = [byline for line in near if (byline := _dated(line.text))]
    if told:
        return (told[0],)
    if not scholarly or title < 0:
        return ()
    below = tuple(_untold_below(lines[title + 1 :]))
    mixed = tuple(byline for byline in below if not byline.line.text.isupper())
    return mixed or below


def is_signature(text: str) -> bool:
    """Whether a short text is a line that tells the author or the date of a page."""
    if len(text) > _LONGEST_SIGNATURE:
        return False
    dated = any(isinstance(date.date, DateRange) for date in find_dates(text))
    return dated or _told(TracedText.of(text)) is not None


def _told(line: TracedText) -> Byline | None:
    start = _names_start(line.text)
    names = _names(line.text, start, _end(line.text, start)) if start else ()
    return Byline(line, names) if names else None


def _dated(line: TracedText) -> Byline | None:
    """A line of names, a dot or bar and a date, as blogs print it ("Jane Doe · 3 May 2011")."""
    mark = _DOT.search(line.text)
    dates = find_dates(line.text[mark.end() :]) if mark else ()
    if mark is None or not dates or dates[0].start > 0:
        return None
    names = _names(line.text, 0, mark.start())
    whole = names and not line.text[names[-1].end : mark.start()].strip()
    return Byline(line, names) if whole else None


def _names_start(text: str) -> int:
    """Where the names begin after "By" or "Author:" or after a date and "by"; 0 for nowhere."""
    match = cue_pattern("page", "bylines").match(text)
    if match is None:
        match = _LATE_BYLINE.search(text[:_LONGEST_SIGNATURE])
        dates = find_dates(text[: match.start()]) if match else ()
        return match.end() if match and dates else 0
    rest = text[match.end() :]
    told = rest[:1].isspace() or rest[:1] in {":", "："}
    return match.end() + len(rest) - len(rest.lstrip(" :：\t\xa0")) if told else 0


def _end(text: str, start: int) -> int:
    """Where the names end at the latest: at a date, a dash, "on" or the like."""
    ends = [start + date.start for date in find_dates(text[start:])]
    match = _END.search(text, start)
    return min([len(text), *ends, *([match.start()] if match else [])])


def _names(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The names from ``start`` on, up to the first part that is none."""
    names: list[Span] = []
    at = start
    for cut in [*_SEPARATOR.finditer(text, start, end), None]:
        stop = cut.start() if cut else end
        span = _name(text, at, stop)
        if span is None:
            break
        names.append(span)
        at = cut.end() if cut else end
    return tuple(names)


def _name(text: str, start: int, end: int) -> Span | None:
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    part = part.strip()
    bare = _MARKS.sub("", without_honorific(part))
    start += len(part) - len(without_honorific(part))
    if is_cjk(bare):
        short = 1 < len(bare.replace(" ", "")) <= _LONGEST_CJK_NAME
        return Span(start, start + len(bare)) if short and not is_organisation(bare) else None
    if bare.isupper() and len(bare.split()) < _HEAD_WORDS:
        return None
    proper = is_person_shaped(bare.title() if bare.isupper() else bare)
    return Span(start, start + len(bare)) if proper and not is_organisation(bare) else None


def _untold_below(lines: Iterable[HeadLine]) -> Iterator[Byline]:
    """The lines of names below a title, until too many lines are something else."""
    others = 0
    for line in lines:
        text = line.text.text
        byline = _untold(line.text)
        if byline is not None:
            yield byline
        elif not ("@" in text or names_institution(text) or is_organisation(text)):
            others += 1
        if others > _MOST_OTHER_LINES:
            return


def _untold(line: TracedText) -> Byline | None:
    """A line of full names only."""
    end = len(line.text)
    for run in reversed(line.runs_of(Markup.SUPERSCRIPT)):
        if not line.text[run.end : end].strip():
            end = run.start
    names = _names(line.text, 0, end)
    if not names or line.text[names[-1].end : end].strip(" *†‡,0123456789"):
        return None
    return Byline(line, names)


def find_institution(lines: Sequence[HeadLine], bylines: Sequence[Byline]) -> TracedText | None:
    """The institution printed right below a paper's only author, if one is."""
    if len(bylines) != 1:
        return None
    below = [line.text for line in lines if line.text.start > bylines[0].line.start]
    for text in below[:2]:
        if "@" in text.text:
            return None
        if is_organisation(text.text) or names_institution(text.text):
            return text
    return None
