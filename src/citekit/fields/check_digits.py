"""Check digits of ISBN, ISSN and ORCID."""

import re

_SEPARATORS = re.compile(r"[\s\u2010-\u2013-]")
_ISBN10 = re.compile(r"[0-9]{9}[0-9X]")
_ISBN13 = re.compile(r"97[89][0-9]{10}")
_ISSN = re.compile(r"[0-9]{7}[0-9X]")
_ORCID = re.compile(r"[0-9]{15}[0-9X]")
_ORCID_ADDRESS = re.compile(r"https?://(?:www\.)?orcid\.org/", re.IGNORECASE)
_LONGEST = 64


def _bare(text: str) -> str:
    return _SEPARATORS.sub("", text).upper() if len(text) <= _LONGEST else ""


def _value(digit: str) -> int:
    return 10 if digit == "X" else int(digit)


def is_valid_isbn(text: str) -> bool:
    """Whether ``text`` is an ISBN of 10 or 13 digits whose check digit is right.

    Source: ISO 2108, annex C.
    """
    digits = _bare(text)
    if _ISBN10.fullmatch(digits):
        return sum(_value(d) * (10 - i) for i, d in enumerate(digits)) % 11 == 0
    if _ISBN13.fullmatch(digits):
        return sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(digits)) % 10 == 0
    return False


def is_valid_issn(text: str) -> bool:
    """Whether ``text`` is an ISSN whose check digit is right. Source: ISO 3297, annex B."""
    digits = _bare(text)
    if not _ISSN.fullmatch(digits):
        return False
    return sum(_value(d) * (8 - i) for i, d in enumerate(digits)) % 11 == 0


def is_valid_orcid(text: str) -> bool:
    """Whether ``text`` is an ORCID iD, bare or as an address, whose check digit is right.

    Source: ISO 7064, MOD 11-2, as ORCID's "Structure of the ORCID Identifier" applies it.
    """
    digits = _bare(_ORCID_ADDRESS.sub("", text.strip()))
    if not _ORCID.fullmatch(digits):
        return False
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    return (12 - total % 11) % 11 == _value(digits[-1])
