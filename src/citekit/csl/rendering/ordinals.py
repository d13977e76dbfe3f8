"""Numbers in words and letters: ordinals, long ordinals, Roman numerals.

Source: CSL 1.0.2, "Number", and "Ordinals", "Long Ordinals" in "Locale Files".
"""

from __future__ import annotations

from citekit.csl.locale import Locale

_LAST_LONG_ORDINAL = 10
_TENS = 10
_HUNDRED = 100
_ROMAN_LIMIT = 4000
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def format_ordinal(number: int, locale: Locale, gender: str = "") -> str:
    """``number`` with the ordinal suffix of ``locale`` for a noun of ``gender``: "2nd".

    Terms for two digits go before those for one, and ``ordinal`` stands in for both; each in
    the gender asked for, else in the neutral form.
    """
    return f"{number}{_suffix(number, locale, gender)}"


def _suffix(number: int, locale: Locale, gender: str) -> str:
    two_digits = number % _HUNDRED
    candidates = [f"ordinal-{two_digits:02d}"] if two_digits >= _TENS else []
    candidates += [f"ordinal-{number % _TENS:02d}", "ordinal"]
    for name in candidates:
        for form in (gender, "") if gender else ("",):
            term = locale.terms.get((name, "long", form))
            if term is not None and _matches(name, term.match, number):
                return term.single
    return ""


def _matches(name: str, match: str, number: int) -> bool:
    if name == "ordinal":
        return True
    digits = int(name.removeprefix("ordinal-"))
    if match == "whole-number":
        return number == digits
    if match == "last-two-digits" or digits >= _TENS:
        return number % _HUNDRED == digits
    return True


def format_long_ordinal(number: int, locale: Locale, gender: str = "") -> str:
    """``number`` as an ordinal in a word up to ten ("second"), above as :func:`format_ordinal`."""
    if 1 <= number <= _LAST_LONG_ORDINAL:
        word = locale.term(f"long-ordinal-{number:02d}", gender=gender)
        if word:
            return word
    return format_ordinal(number, locale, gender)


def format_roman(number: int) -> str:
    """``number`` as a small Roman numeral, in digits where there is none (0, from 4000 on)."""
    if not 0 < number < _ROMAN_LIMIT:
        return str(number)
    letters = ""
    for value, letter in _ROMAN:
        count, number = divmod(number, value)
        letters += letter * count
    return letters
