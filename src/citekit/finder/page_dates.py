"""The date on which a page was published, read from the page itself."""

from collections.abc import Iterable, Iterator, Sequence

from citekit.fields.dates import FoundDate, find_dates
from citekit.finder.bylines import Byline
from citekit.finder.cues import cue_pattern
from citekit.finder.page_head import HeadLine
from citekit.finder.page_reading import Reading
from citekit.finder.prose import count_words
from citekit.model.document import Document, Zone
from citekit.model.reference import DateRange
from citekit.model.spans import Span, TracedText
from citekit.model.variables import DateVariable

_WORDS_BESIDE = 3
_BOX_WORDS = 45
_AFTER_CUE = 40
_LONGEST_BOX = 600


def find_page_dates(
    document: Document,
    lines: Sequence[HeadLine],
    bylines: Sequence[Byline],
    *,
    scholarly: bool,
) -> tuple[Reading, ...]:
    """The dates that the page gives as its own, the surest first.

    These are lines above the text that hold little but a date, the date beside the author's
    name, and what follows "posted on" in a box around the article. A date without a year is
    none, a year alone is enough for a paper only, and neither comments nor prose are looked at.
    """
    found = [*_own_lines(lines), *_beside_names(bylines), *_in_boxes(document)]
    kept = (reading for reading in found if scholarly or _has_month(reading))
    return tuple(sorted(kept, key=_is_update))


def _has_month(reading: Reading) -> bool:
    date = reading.value
    return isinstance(date, DateRange) and date.start.month > 0


def _is_update(reading: Reading) -> bool:
    before = reading.line.text[: reading.span.start].casefold()
    return "updated" in before or "modified" in before


def _own_lines(lines: Iterable[HeadLine]) -> Iterator[Reading]:
    for line in lines:
        text = line.text.text
        dates = _full_dates(text)
        if not dates:
            continue
        rest = text
        for date in reversed(find_dates(text)):
            rest = f"{rest[: date.start]} {rest[date.end :]}"
        if count_words(cue_pattern("page", "dates").sub(" ", rest)) <= _WORDS_BESIDE:
            yield _reading(line.text, dates[0])


def _beside_names(bylines: Iterable[Byline]) -> Iterator[Reading]:
    for byline in bylines:
        for date in _full_dates(byline.line.text)[:1]:
            yield _reading(byline.line, date)


def _in_boxes(document: Document) -> Iterator[Reading]:
    for block in document.blocks:
        text = block.text.text
        if block.zone is Zone.COMMENT or len(text) > _LONGEST_BOX:
            continue
        cue = cue_pattern("page", "posted").search(text)
        if cue is None or count_words(text) > _BOX_WORDS:
            continue
        near = text[cue.end() : cue.end() + _AFTER_CUE]
        for date in _full_dates(near)[:1]:
            shifted = FoundDate(date.start + cue.end(), date.end + cue.end(), date.date)
            yield _reading(block.text, shifted)


def _full_dates(text: str) -> list[FoundDate]:
    return [date for date in find_dates(text) if isinstance(date.date, DateRange)]


def _reading(line: TracedText, date: FoundDate) -> Reading:
    return Reading(DateVariable.ISSUED, date.date, line, Span(date.start, date.end))
