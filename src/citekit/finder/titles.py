"""The title of a page or paper, read from the lines above its text."""

import re
from collections import Counter
from collections.abc import Sequence

from citekit.fields.dates import find_dates
from citekit.finder.bylines import is_signature
from citekit.finder.cues import cue_pattern, cue_words
from citekit.finder.page_head import HeadLine
from citekit.finder.prose import count_words
from citekit.model.spans import Markup, Span, TracedText

_ADDRESS = re.compile(r"https?://|www\.|\S@\S|\bdoi\b", re.IGNORECASE)
_VOLUME = re.compile(r"\b(?:vol(?:ume)?|no|number|issue|issn|isbn)\b\.?\s*\d", re.IGNORECASE)
_PAIRS = {"“": "”", '"': '"', "„": "“", "«": "»", "‘": "’", "'": "'", "「": "」", "『": "』"}
_SITE = re.compile(r"\s+[|｜]\s+")
_FEWEST_WORDS, _MOST_WORDS = 2, 45
_FEWEST_CJK = 4
_KICKER_WORDS = 6
_FEWEST_LINKS, _LABEL_WORDS = 3, 2
# A plain line longer than this that ends with a full stop is a paragraph.
_SENTENCE_WORDS = 25
_MARK_LENGTH = 2
# Points for a title, found by trying saved pages and papers.
_RANKS, _ONLY, _TWICE, _SIGNED = 4, 3, 3, 2
_MORE_THAN_LABEL = 4
_SIGNATURE_REACH = 3
_NOTE = re.compile(r"\d{1,3}\s.*\.$", re.DOTALL)
_LETTER = re.compile(r"[^\W\d_]")


def find_title(lines: Sequence[HeadLine]) -> int:
    """The index of the line that is the title, -1 where none can be told.

    What speaks for a line: that it is a heading, of which rank, and the only one of the first,
    that it stands there twice,
    is set in bold, is no mere label, and that the author or date is told right below it. Of
    lines with equal claims the first is taken.
    """
    able = [i for i, line in enumerate(lines) if _may_be_title(line)]
    able = [i for i in able if kicker_name(lines[i]) is None] or able
    counts = Counter(line.folded for line in lines)
    return max(able, key=lambda i: (_claim(lines, i, counts), -i), default=-1)


def _claim(lines: Sequence[HeadLine], index: int, counts: Counter[str]) -> int:
    line = lines[index]
    alone = line.level == 1 and sum(other.level == 1 for other in lines) == 1
    below = lines[index + 1 : index + 1 + _SIGNATURE_REACH]
    return (
        (max(1, _RANKS - line.level) if line.level else 0)
        + _ONLY * alone
        + _TWICE * (counts[line.folded] > 1)
        + line.bold
        + (count_words(line.text.text) >= _MORE_THAN_LABEL)
        + _SIGNED * any(is_signature(other.text.text) for other in below)
    )


def _may_be_title(line: HeadLine) -> bool:
    text = line.text.text
    words = count_words(text)
    long_enough = words >= _FEWEST_WORDS or (
        words and not text.isascii() and len(text) >= _FEWEST_CJK
    )
    return (
        bool(long_enough)
        and words <= _MOST_WORDS
        and bool(_LETTER.search(text))
        and not (_NOTE.match(text) or text.startswith(("\\", "$")))
        and not cue_pattern("page", "formulas").search(text)
        and not text.rstrip().endswith(":")
        and not _ADDRESS.search(text)
        and not _VOLUME.search(text)
        and not _is_byline(line)
        and line.folded not in cue_words("page", "genres")
        and line.folded not in cue_words("zones", "navigation")
        and not _is_dated(text, words)
        and not _is_menu(text)
        and not (line.level == 0 and words > _SENTENCE_WORDS and text.rstrip().endswith("."))
    )


def _is_menu(text: str) -> bool:
    """Whether ``text`` is the links of a menu: three labels or more with bars between them."""
    labels = _SITE.split(text)
    return len(labels) >= _FEWEST_LINKS and all(
        count_words(label) <= _LABEL_WORDS for label in labels
    )


def kicker_name(line: HeadLine) -> Span | None:
    """The place of the name in a line that tells, with "from", the series or site of a page.

    The name has up to six words, each with a capital.
    """
    text = line.text.text
    match = cue_pattern("page", "kickers").match(text)
    if match is None or line.level or cue_pattern("page", "formulas").search(text):
        return None
    start = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip(" :"))
    name = text[start:].rstrip()
    words = name.split()
    if not 0 < len(words) <= _KICKER_WORDS or name.endswith((".", "?", "!", ",", ";", ":")):
        return None
    small = {"of", "the", "and", "&", "for", "on", "in", "de", "la", "der", "die", "das", "und"}
    if not all(word[0].isupper() or word in small for word in words):
        return None
    return Span(start, start + len(name))


def _is_byline(line: HeadLine) -> bool:
    match = cue_pattern("page", "bylines").match(line.text.text)
    if match is None:
        return False
    rest = line.text.text[match.end() :]
    return rest[:1] in {":", "："} or (rest[:1] == " " and rest[1:2].isupper() and not line.level)


def _is_dated(text: str, words: int) -> bool:
    """Whether little is left of a line without its dates."""
    dates = find_dates(text)
    if not dates:
        return False
    kept = text
    for date in reversed(dates):
        kept = kept[: date.start] + kept[date.end :]
    kept = cue_pattern("page", "dates").sub("", kept)
    return count_words(kept) * 2 < words


def title_span(text: TracedText) -> Span:
    """The place of the title in its line.

    Quotation marks around the whole, a note mark behind it and a site's name after a bar are
    no part of it.
    """
    plain = text.text
    start, end = 0, len(plain)
    for run in reversed(text.runs_of(Markup.SUPERSCRIPT)):
        if (
            not plain[run.end : end].strip()
            and len(plain[run.start : run.end].strip()) <= _MARK_LENGTH
        ):
            end = run.start
    bar = site_bar(plain[:end])
    end = bar.start if bar else end
    while start < end and plain[start].isspace():
        start += 1
    while start < end and plain[end - 1].isspace():
        end -= 1
    close = _PAIRS.get(plain[start : start + 1])
    inner = plain[start + 1 : end - 1]
    if close and inner and plain[end - 1] == close and close not in inner.replace("’", ""):
        return Span(start + 1, end - 1)
    return Span(start, end)


def site_bar(title: str) -> Span | None:
    """The bar between a title and the name of the site behind it."""
    bars = [Span(match.start(), match.end()) for match in _SITE.finditer(title)]
    return bars[-1] if bars else None
