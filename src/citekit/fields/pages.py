"""Pages and other locators: the place within a work that a cite points to."""

import re
from dataclasses import dataclass
from functools import cache

from citekit.fields.page_ranges import parse_pages
from citekit.text.data import load_mapping
from citekit.text.folding import straighten, strip_markup

__all__ = ["FoundLocator", "Locator", "find_locator", "parse_locator", "parse_pages"]


@dataclass(frozen=True, slots=True)
class Locator:
    """A CSL locator label (``"page"``, ``"chapter"``) and the value, in normal form."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class FoundLocator:
    """A locator with its place, cue word included, in half-open code-point offsets."""

    start: int
    end: int
    locator: Locator


_NUMBER = (
    r"(?:[A-Za-z]{0,2}\d{1,7}(?:\.\d{1,4}){0,4}(?:[a-zA-Z](?!\w))?(?:\(\w{1,4}\)){0,3}"
    r"|(?:[ivxlcdm]{1,10}|[IVXLCDM]{1,10})(?!\w))"
)
_ITEM = (
    rf"{_NUMBER}(?:nn?\.?\s?\d{{1,4}})?(?:\s?(?:-{{1,3}}|~|～|〜)\s?{_NUMBER})?"
    r"(?:\s?(?:ff|f|sqq|sq|et\sseqq?|[ye]\sss|ss|et\ssuiv|et\sss)\b\.?)?(?!\w)"
)
_VALUE = rf"{_ITEM}(?:\s?(?:,|&|\band\b|\bund\b|;)\s?{_ITEM}){{0,12}}"
_LABELS_OF_PAGES = frozenset({"page", "folio", "line", "column", "paragraph", "note", "section"})
_TAIL = 160


@cache
def _cues() -> dict[str, str]:
    return dict(load_mapping("citekit.fields", "locators", "labels"))


@cache
def _cue_pattern() -> str:
    words = sorted(_cues(), key=len, reverse=True)
    return "|".join(re.escape(word) for word in words)


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(rf"({_cue_pattern()})\s?\.?\s?:?\s?({_VALUE})", re.IGNORECASE)


@cache
def _at_end() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.])({_cue_pattern()})\s?\.?\s?:?\s?({_VALUE})(?=[\s.,;)\]]*$)", re.IGNORECASE
    )


# "第33页", "18頁", "45-70쪽": the cue stands behind the number.
_CJK = re.compile(
    r"第?\s?(\d{1,5}(?:\s?[-–—~～〜]\s?\d{1,5})?)\s?(?:頁|页|ページ|쪽|면)(?=[\s.,;。、；)）]*$)"
)


def _locator(cue: str, value: str) -> Locator | None:
    label = _cues()[cue.lower()]
    if label == "page" and not any(letter.isdigit() for letter in value) and value != value.lower():
        # "p. I" is a page, "S. Miller" and "P. D." are initials.
        return None
    return Locator(label, parse_pages(value) if label in _LABELS_OF_PAGES else value.strip())


def parse_locator(text: str) -> Locator | None:
    """The locator that ``text`` is as a whole ("pg.115", "§ 12", "S. 45 f."), else ``None``.

    Source: CSL 1.0.2, appendix III, "Locators", for the labels.

    Example:
        >>> parse_locator("pp.11~20")
        Locator(label='page', value='11-20')
    """
    plain = " ".join(straighten(strip_markup(text)).split()).strip(" ,;()[]")
    if len(plain) > _TAIL:
        return None
    behind = _CJK.fullmatch(plain)
    if behind is not None:
        return Locator("page", parse_pages(behind[1]))
    match = _whole().fullmatch(plain) or _whole().fullmatch(plain.rstrip("."))
    return _locator(match[1], match[2]) if match else None


def find_locator(text: str) -> FoundLocator | None:
    """The last locator at the end of ``text``, where only punctuation follows it, else ``None``.

    The end is that of the value, without the full stop of the sentence.
    """
    offset = max(0, len(text) - _TAIL)
    tail = straighten(text[offset:])
    last: FoundLocator | None = None
    behind = _CJK.search(tail)
    if behind is not None:
        start, end = offset + behind.start(), offset + behind.end()
        return FoundLocator(start, end, Locator("page", parse_pages(behind[1])))
    for match in _at_end().finditer(tail):
        locator = _locator(match[1], " ".join(match[2].split()))
        if locator is not None:
            last = FoundLocator(offset + match.start(), offset + match.end(2), locator)
    return last
