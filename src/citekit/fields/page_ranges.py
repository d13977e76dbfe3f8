"""Page numbers in one normal form."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from citekit.text.data import load_mapping, load_words
from citekit.text.folding import straighten, strip_markup

_PACKAGE, _TABLE = "citekit.fields", "pages"
# "第33页", "45-70쪽": the cue stands around the number.
_AROUND = re.compile(r"第?\s?(\d[\d\s,~～〜-]{0,40}?)\s?(?:頁|页|ページ|쪽|면)")
_NUMBER = r"(?:[A-Za-z]{0,3}\d{1,9}[A-Za-z]?|[ivxlcdmIVXLCDM]{1,12})"
_RANGE = re.compile(rf"({_NUMBER})(?:\s*(?:-{{1,3}}|[~～〜/])\s*|\s(?:to|bis|à|a)\s)({_NUMBER})")
_SINGLE = re.compile(_NUMBER)
_PARTS = re.compile(r"(\D*)(\d+)(\D*)")
# "And" between numbers, and not that of "et seq." or "y ss.".
_BETWEEN = re.compile(
    r",\s(?:and|und|et|y|e)\s|[,;]"
    r"|\s(?:and|und|et|y|e|i|en|og|och|\+|&)\s(?=\S{0,6}\d|[ivxlcdm]{1,12}(?!\w))"
)
_BLANKS = re.compile(r"\s+")
_SUPPLIED = re.compile(r"\[(\w{1,12})\]")
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_EDGES = " ,;:"
# Nobody prints more in one list of pages; longer texts are no pages and stay as they are.
_LONGEST = 300


def _words(words: Iterable[str]) -> str:
    """A pattern of words, the longest first, whose blanks may follow a full stop."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\.?\s?") for word in longest_first)


@cache
def _cue() -> re.Pattern[str]:
    words = load_words(_PACKAGE, _TABLE, "before") | load_words(_PACKAGE, _TABLE, "article")
    return re.compile(rf"(?:{_words(words)})\b\.?\s*:?\s*", re.IGNORECASE)


@cache
def _extent() -> re.Pattern[str]:
    words = _words(load_words(_PACKAGE, _TABLE, "behind"))
    return re.compile(rf"(.*[\divxlc]\]?)\s(?:{words})\b\.?", re.IGNORECASE)


@cache
def _followings() -> Mapping[str, str]:
    return load_mapping(_PACKAGE, _TABLE, "following")


@cache
def _following() -> re.Pattern[str]:
    return re.compile(rf"({_NUMBER})\s*\.?\s*({_words(_followings())})\b\.?", re.IGNORECASE)


def _expanded(start: str, end: str) -> str:
    """``end`` with the leading digits that printing left out: 31 after 1123 is 1131."""
    first, last = _PARTS.fullmatch(start), _PARTS.fullmatch(end)
    if not first or not last or len(last[2]) >= len(first[2]):
        return end
    if last[1] not in ("", first[1]):
        return end
    digits = first[2][: len(first[2]) - len(last[2])] + last[2]
    return f"{first[1]}{digits}{last[3]}" if int(digits) >= int(first[2]) else end


def _parse_part(part: str) -> str | None:
    match = _RANGE.fullmatch(part)
    if match:
        return f"{match[1]}-{_expanded(match[1], match[2])}"
    # "17n" is a note on page 17, "17 n." in Polish page 17 and the next.
    lettered = part[-1:] != "f" and _SINGLE.fullmatch(part)
    match = None if lettered else _following().fullmatch(part)
    if match:
        return match[1] + _followings()[" ".join(match[2].lower().replace(".", " ").split())]
    return part if _SINGLE.fullmatch(part) else None


def _without_cue(text: str) -> str:
    around = _AROUND.fullmatch(text)
    if around:
        return around[1]
    cue = _cue().match(text)
    return text[cue.end() :] if cue else text


def _tidied(text: str) -> str:
    return _BLANKS.sub(" ", straighten(strip_markup(text)).translate(_WIDE)).strip(_EDGES)


def is_extent(text: str) -> bool:
    """Whether ``text`` says how many pages a work has in all ("345 p.", "xii, 345 S.")."""
    plain = _tidied(text)
    return (
        len(plain) <= _LONGEST
        and not _RANGE.search(plain)
        and _cue().match(plain) is None
        and _extent().fullmatch(plain) is not None
    )


def parse_pages(text: str) -> str:
    """Page numbers in normal form: hyphen between, ends in full, lists parted by ", ".

    Cue words before or behind them and brackets go; "12 ff." becomes "12ff". What is no page
    number stays as printed, with plain hyphens and single blanks.

    Example:
        >>> parse_pages("pp. 1123–31"), parse_pages("S. 12 ff."), parse_pages("12,15~17")
        ('1123-1131', '12ff', '12, 15-17')
    """
    plain = _tidied(text)
    if len(plain) > _LONGEST:
        return plain
    bare = _SUPPLIED.sub(r"\1", plain)
    if bare.startswith("(") and bare.endswith(")"):
        bare = bare[1:-1]
    bare = _without_cue(bare)
    extent = _extent().fullmatch(bare)
    parts = [part.strip() for part in _BETWEEN.split(extent[1] if extent else bare)]
    pages = [_parse_page(part) for part in parts if part]
    known = [page for page in pages if page is not None]
    return ", ".join(known) if known and len(known) == len(pages) else plain


def _parse_page(part: str) -> str | None:
    """One item of a list, whose ends may bear cue words of their own: "p. 123-p. 131"."""
    first, hyphen, last = part.removesuffix(".").strip().partition("-")
    if hyphen and last[-1:].isdigit():
        part = f"{_without_cue(first)}-{_without_cue(last.strip())}"
    return _parse_part(part.removesuffix(".").strip() or part)
