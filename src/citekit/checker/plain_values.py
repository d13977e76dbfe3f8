"""What a reader sees of a value in LaTeX."""

import re
from functools import lru_cache

from citekit.formats.latex_decoding import decode_latex

_IS_LATEX = re.compile(r"[\\{}$~^_%&]|--|``|''")
_BLANKS = re.compile(r"\s+")
_TAG = re.compile(r"</?(?:i|b|sup|sub|sc|span)(?:\s[^<>]*)?>")


@lru_cache(maxsize=65_536)
def plain_value(value: str) -> str:
    """``value`` without its LaTeX and without markup, its blanks single and none at the ends."""
    plain = _TAG.sub("", decode_latex(value)) if _IS_LATEX.search(value) else value
    return _BLANKS.sub(" ", plain).strip()
