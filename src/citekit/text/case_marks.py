"""CSL's mark round a stretch that keeps its case: ``<span class="nocase">…</span>``."""

import re

OPENING = '<span class="nocase">'
CLOSING = "</span>"
_TAG = re.compile(r"<(/?)span((?:\s[^<>]{0,100})?)>")
_NO_CASE = re.compile(r"\sclass\s*=\s*[\"']nocase[\"']\s*")


def mark_case(text: str) -> str:
    """``text`` in the marks, as it is where it has no letter with a case."""
    has_case = any(letter.islower() or letter.isupper() for letter in text)
    return f"{OPENING}{text}{CLOSING}" if has_case else text


def without_case_marks(text: str) -> str:
    """``text`` without the marks; other markup, and a mark that is not closed, stay.

    Source: citeproc-js manual, "Rich text markup within fields".

    Example:
        >>> without_case_marks('A <span class="nocase">NASA</span> <i>report</i>')
        'A NASA <i>report</i>'
    """
    if "nocase" not in text:
        return text
    cuts: list[tuple[int, int]] = []
    still_open: list[tuple[bool, int, int]] = []
    for tag in _TAG.finditer(text):
        if not tag[1]:
            still_open.append((_NO_CASE.fullmatch(tag[2]) is not None, *tag.span()))
        elif still_open:
            is_mark, *opening = still_open.pop()
            if is_mark:
                cuts += ((opening[0], opening[1]), tag.span())
    kept: list[str] = []
    position = 0
    for start, end in sorted(cuts):
        kept.append(text[position:start])
        position = end
    return "".join((*kept, text[position:]))
