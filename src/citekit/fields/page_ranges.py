"""Page numbers in one normal form."""

import re

from citekit.text.folding import straighten, strip_markup

# Cue words before page numbers; only what can stand nowhere else.
_CUE = re.compile(
    r"(?:pages?|pagg?|págs?|pgs?|pp?|seiten?|ss?|str|стр|с|blz|bl|sid|side|sider|strony?)\b\.?\s*:?\s*",
    re.IGNORECASE,
)
# "第33页", "45-70쪽": the cue stands around the number.
_AROUND = re.compile(r"第?\s?(\d[\d\s,~～〜-]{0,40}?)\s?(?:頁|页|ページ|쪽|면)")
_NUMBER = r"(?:[A-Za-z]{0,3}\d{1,9}[A-Za-z]?|[ivxlcdmIVXLCDM]{1,12})"
_RANGE = re.compile(rf"({_NUMBER})\s*(?:-{{1,3}}|~|～|〜|\bto\b|\bbis\b)\s*({_NUMBER})")
_FOLLOWING = re.compile(rf"({_NUMBER})\s*\.?\s*(ff?|sqq?|et\s+seqq?)\b\.?", re.IGNORECASE)
_SINGLE = re.compile(_NUMBER)
_PARTS = re.compile(r"(\D*)(\d+)(\D*)")
_BLANKS = re.compile(r"\s+")
# Nobody prints more in one list of pages; longer texts are no pages and stay as they are.
_LONGEST = 300


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
    match = _FOLLOWING.fullmatch(part)
    if match:
        return match[1] + ("f" if match[2].lower() in ("f", "sq") else "ff")
    return part if _SINGLE.fullmatch(part) else None


def parse_pages(text: str) -> str:
    """Page numbers in normal form: hyphen between, ends in full, lists parted by ", ".

    A cue word before them goes; "12 ff." becomes "12ff". What is no page number stays as printed,
    with plain hyphens and single blanks.

    Example:
        >>> parse_pages("pp. 1123–31"), parse_pages("S. 12 ff."), parse_pages("12,15~17")
        ('1123-1131', '12ff', '12, 15-17')
    """
    plain = _BLANKS.sub(" ", straighten(strip_markup(text))).strip(" ,;")
    if len(plain) > _LONGEST:
        return plain
    around = _AROUND.fullmatch(plain)
    cue = _CUE.match(plain)
    bare = around[1] if around else plain[cue.end() :] if cue else plain
    parts = [part.strip() for part in re.split(r"[,;]|\s(?:and|und|et(?!\s+seq)|&)\s", bare)]
    pages = [_parse_part(part.removesuffix(".").strip() or part) for part in parts if part]
    known = [page for page in pages if page is not None]
    return ", ".join(known) if known and len(known) == len(pages) else plain
