"""``cs:number``, and number variables that ``cs:text`` prints.

Source: CSL 1.0.2, "Number".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from citekit.csl.context import Context, Environment, Render
from citekit.csl.locale import Locale
from citekit.csl.nodes import Number, TextVariable
from citekit.csl.rendering.number_text import (
    NumberFormat,
    format_numbers,
    join_numerals,
    range_delimiter,
)
from citekit.csl.rendering.numerals import parse_numerals
from citekit.csl.rendering.ordinals import format_long_ordinal, format_ordinal, format_roman
from citekit.csl.rendering.tags import tagged
from citekit.csl.rendering.variables import Lookup, variable_lookup
from citekit.csl.tree import Output
from citekit.csl.typography import dresser, parse_markup

NUMBER_VARIABLES = frozenset(
    {
        "chapter-number",
        "collection-number",
        "edition",
        "issue",
        "locator",
        "number",
        "number-of-pages",
        "number-of-volumes",
        "page",
        "page-first",
        "volume",
    }
)
"""The variables whose ranges are set with a dash when ``cs:text`` prints them."""

_PAGES = frozenset({"page", "page-first"})
# More digits are no count, and Python refuses to read thousands of them.
_MOST_DIGITS = 15
_DIGITS = re.compile(r"\d+")
_PADDED_TO = 10
# The number of a court case is a name, not a range: "05-1234".
_NAMED_BY_NUMBER = frozenset({"legal_case"})

FormatInteger = Callable[[int, Locale, str], str]

_FORMS: Mapping[str, FormatInteger] = {
    "ordinal": format_ordinal,
    "long-ordinal": format_long_ordinal,
    "roman": lambda number, _locale, _gender: format_roman(number),
}

FormatValue = Callable[[Context, str], Output]


def compile_number(node: Number, env: Environment) -> Render:
    """What ``node`` prints: the numbers of its variable in the form asked for."""
    return render_number(node, variable_lookup(node.variable), node.form or "numeric", env)


def render_number(
    node: Number | TextVariable, look_up: Lookup, form: str, env: Environment
) -> Render:
    """What ``node`` prints for the value that ``look_up`` gives; ``form`` is empty for text."""
    variable = node.variable
    dress = dresser(node.look)
    write = _number_writer(variable, form, env)
    language = env.locale.lang
    tag = tagged(variable)

    def render(ctx: Context) -> Output:
        ctx.called += 1
        value = look_up(ctx)
        if not value:
            return ""
        ctx.fill(variable)
        return tag(dress(write(ctx, value), ctx.texts.get("language") or language), value)

    return render


def _number_writer(variable: str, form: str, env: Environment) -> FormatValue:
    """The function that writes a value of ``variable`` in ``form``, empty for ``cs:text``."""
    if env.sort_options is not None:
        return lambda _ctx, value: pad_numbers(value)
    conjunction = env.locale.term("and")
    plain = NumberFormat(range_delimiter(variable, env), spaces_commas=bool(form))
    paged = replace(plain, page_range_format=env.style.options.get("page-range-format", ""))
    convert = _converter(variable, form, env.locale)

    def write(ctx: Context, value: str) -> Output:
        if "<" in value:
            return parse_markup(value)
        if variable == "number" and ctx.item.type in _NAMED_BY_NUMBER:
            return parse_markup(value.replace("\\-", "-"))
        is_page = variable in _PAGES or (variable == "locator" and ctx.label in {"", "page"})
        number_format = paged if is_page else plain
        numerals = parse_numerals(value, conjunction)
        if convert is not None and numerals.is_numeric:
            return join_numerals(numerals, number_format, convert)
        text = format_numbers(value, number_format, conjunction)
        return text if numerals.is_numeric else parse_markup(text)

    return write


def _converter(variable: str, form: str, locale: Locale) -> Callable[[str], str] | None:
    format_integer = _FORMS.get(form)
    if format_integer is None:
        return None
    noun = locale.find_term(variable)
    gender = noun.gender if noun else ""
    known: dict[str, str] = {}

    def convert(piece: str) -> str:
        # A number with letters stays as it is ("2E", "D2"), and so does a code ("007").
        if not piece.isdecimal() or len(piece) > _MOST_DIGITS or piece.startswith("0"):
            return piece
        if piece not in known:
            known[piece] = format_integer(int(piece), locale, gender)
        return known[piece]

    return convert


def pad_numbers(text: str) -> str:
    """``text`` with each run of digits padded with zeros, so that texts sort as numbers do.

    Example:
        >>> pad_numbers("12a") > pad_numbers("2b")
        True
    """
    return _DIGITS.sub(lambda run: run[0].rjust(_PADDED_TO, "0"), text)
