"""Keys made of what every program takes: letters and digits of ASCII, and some signs."""

import re

from citekit.text.romanisation import plain_latin

_BLANKS = re.compile(r"\s+")
_UNFIT = re.compile(r"[^A-Za-z0-9_:.+/-]+")
_LETTER = re.compile(r"[A-Za-z]")
_ENDS = ".:/+-_"


def plain_key(key: str) -> str:
    """``key`` in plain Latin letters, its blanks as ``_`` and other signs left out.

    It is empty where nothing but digits and signs would be left.

    Example:
        >>> plain_key("Łuk (2001)")
        'Luk_2001'
    """
    plain = _UNFIT.sub("", _BLANKS.sub("_", plain_latin(key))).strip(_ENDS)
    return plain if _LETTER.search(plain) else ""
