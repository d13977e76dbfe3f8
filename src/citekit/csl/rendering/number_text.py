"""The values of number variables in normal form: blanks, commas, dashes, page ranges."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from citekit.csl.context import Environment
from citekit.csl.rendering.numerals import (
    Numerals,
    is_numeral,
    is_range,
    is_roman,
    parse_numerals,
)
from citekit.csl.rendering.page_ranges import format_range

EN_DASH = "–"

FormatNumber = Callable[[str], str]


@lru_cache(maxsize=8192)
def format_numbers(text: str, *, conjunction: str, page_range_format: str, delimiter: str) -> str:
    """``text`` with its ranges in the form asked for; what is no number stays as it is."""
    numerals = parse_numerals(text, conjunction)
    return join_numerals(
        numerals, page_range_format=page_range_format, delimiter=delimiter, form=None
    )


def join_numerals(
    numerals: Numerals, *, page_range_format: str, delimiter: str, form: FormatNumber | None
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
            ranged = _range(first, last, page_range_format, delimiter)
        if ranged and form is None:
            result = result[: len(result) - len(first)] + ranged
        elif ranged:
            result += delimiter + texts[index + 1]
        else:
            between_numbers = is_numeral(first) and is_numeral(last)
            result += _joiner(joiner, numerals, between_numbers) + texts[index + 1]
    return result


def _is_pair(joiners: tuple[str, ...], index: int) -> bool:
    """Whether the dash at ``index`` stands between two numbers and not in a chain of them."""
    return not any(
        0 <= other < len(joiners) and is_range(joiners[other]) for other in (index - 1, index + 1)
    )


def _range(first: str, last: str, page_range_format: str, delimiter: str) -> str:
    if is_roman(first) and is_roman(last):
        return f"{first}{delimiter}{last}"
    return format_range(first, last, page_range_format=page_range_format, delimiter=delimiter)


def _joiner(joiner: str, numerals: Numerals, between_numbers: bool) -> str:  # noqa: FBT001
    bare = joiner.strip()
    if is_range(joiner):
        return bare if between_numbers else joiner
    if numerals.is_numeric and bare in {",", ";"}:
        return f"{bare} "
    return f" {bare} " if numerals.is_numeric and bare == "&" else joiner


def range_delimiter(variable: str, env: Environment) -> str:
    """What stands between the ends of a range of ``variable``."""
    term = "year-range-delimiter" if variable == "collection-number" else "page-range-delimiter"
    return env.locale.term(term) or EN_DASH
