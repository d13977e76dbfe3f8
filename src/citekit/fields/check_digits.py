"""Check digits of ISBN, ISMN, ISSN, CODEN and ORCID."""

import re

_SEPARATORS = re.compile(r"[\s\u2010-\u2013-]")
_ISBN10 = re.compile(r"[0-9]{9}[0-9X]")
_ISBN13 = re.compile(r"97[89][0-9]{10}")
_ISMN = re.compile(r"(?:M|9790)([0-9]{9})")
_CODEN = re.compile(r"([A-Z]{4}[A-Z0-9])([A-Z2-9])")
_CODEN_WEIGHTS = (11, 7, 5, 3, 1)
_CODEN_SIGNS = "9ABCDEFGHIJKLMNOPQRSTUVWXYZ2345678"
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


def isbn13_of(text: str) -> str:
    """The 13 digits of the ISBN of 10 that ``text`` is, empty if it is no valid one.

    Example:
        >>> isbn13_of("0-306-40615-2")
        '9780306406157'
    """
    digits = _bare(text)
    if not _ISBN10.fullmatch(digits) or not is_valid_isbn(digits):
        return ""
    stem = f"978{digits[:9]}"
    total = sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(stem))
    return f"{stem}{-total % 10}"


def is_valid_ismn(text: str) -> bool:
    """Whether ``text`` is an ISMN (``M-`` or ``979-0-``) whose check digit is right.

    Source: ISO 10957, annex A: the ``M`` counts as ``9790``.
    """
    match = _ISMN.fullmatch(_bare(text))
    if not match:
        return False
    digits = f"9790{match[1]}"
    return sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(digits)) % 10 == 0


def is_valid_coden(text: str) -> bool:
    """Whether ``text`` is a CODEN of six signs whose last one checks the others.

    Source: ASTM E250; the check sign as Beebe's bibclean computes it.

    Example:
        >>> is_valid_coden("JACSAT"), is_valid_coden("JACSAX")
        (True, False)
    """
    match = _CODEN.fullmatch(_bare(text))
    if not match:
        return False
    # A is 1, Z is 26, and the digits follow.
    values = (int(s) + 26 if s.isdigit() else ord(s) - ord("A") + 1 for s in match[1])
    total = sum(value * weight for value, weight in zip(values, _CODEN_WEIGHTS, strict=True))
    return match[2] == _CODEN_SIGNS[total % len(_CODEN_SIGNS)]


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
