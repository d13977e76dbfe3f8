"""The values of number variables in normal form: blanks, commas, dashes, page ranges."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from citekit.csl.context import Environment
from citekit.csl.rendering.numerals import Numerals, is_numeral, is_range, is_roman, parse_numerals
from citekit.csl.rendering.page_ranges import format_range

EN_DASH = "–"

FormatNumber = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How the numbers of a variable are set.

    ``range_delimiter`` stands in ranges, ``page_range_format`` is the style's option where the
    numbers are pages. ``spaces_commas`` puts one blank after each comma, as ``cs:number`` does.
    """

    range_delimiter: str = EN_DASH
    page_range_format: str = ""
    spaces_commas: bool = False


@lru_cache(maxsize=8192)
def format_numbers(text: str, number_format: NumberFormat, conjunction: str = "") -> str:
    """``text`` with its ranges in the form asked for; what is no number stays as it is.

    ``conjunction`` is the locale's word for "and".
    """
    return join_numerals(parse_numerals(text, conjunction), number_format)


def join_numerals(
    numerals: Numerals, number_format: NumberFormat, form: FormatNumber | None = None
) -> str:
    """The pieces of ``numerals`` joined again, each in ``form`` where one is given.

    Source: CSL 1.0.2, "Number": no blank around a hyphen, one after a comma, one on each side of
    an ampersand.
    """
    pieces, joiners = numerals.pieces, numerals.joiners
    texts = [form(piece) for piece in pieces] if form else pieces
    result = texts[0]
    for index, joiner in enumerate(joiners):
        first, last = pieces[index], pieces[index + 1]
        ranged = ""
        if is_range(joiner) and _is_pair(joiners, index):
            ranged = _range(first, last, number_format)
        if ranged and form is None:
            result = result[: len(result) - len(first)] + ranged
        elif ranged:
            result += number_format.range_delimiter + texts[index + 1]
        elif is_range(joiner):
            is_tight = is_numeral(first) and is_numeral(last)
            result += (joiner.strip() if is_tight else joiner) + texts[index + 1]
        else:
            tidy = _tidy(joiner, number_format) if numerals.is_numeric else joiner
            result += tidy + texts[index + 1]
    return result


def _is_pair(joiners: tuple[str, ...], index: int) -> bool:
    """Whether the dash at ``index`` stands between two numbers and not in a chain of them."""
    return not any(
        0 <= other < len(joiners) and is_range(joiners[other]) for other in (index - 1, index + 1)
    )


def _range(first: str, last: str, number_format: NumberFormat) -> str:
    if is_roman(first) and is_roman(last):
        return f"{first}{number_format.range_delimiter}{last}"
    return format_range(
        first,
        last,
        page_range_format=number_format.page_range_format,
        delimiter=number_format.range_delimiter,
    )


def _tidy(joiner: str, number_format: NumberFormat) -> str:
    bare = joiner.strip()
    if bare == "&":
        return " & "
    return f"{bare} " if number_format.spaces_commas and bare in {",", ";"} else joiner


def range_delimiter(variable: str, env: Environment) -> str:
    """What stands between the ends of a range of ``variable``."""
    term = "year-range-delimiter" if variable == "collection-number" else "page-range-delimiter"
    return env.locale.term(term) or EN_DASH
