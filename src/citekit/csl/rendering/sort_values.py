"""The value of a variable that a sort key names.

Source: CSL 1.0.2, "Sorting Variables".
"""

from __future__ import annotations

import re

from citekit.csl.context import Context, Environment, Render
from citekit.csl.nodes import NameElement, Names
from citekit.csl.rendering.date_sorting import sortable_date
from citekit.csl.rendering.number import NUMBER_VARIABLES, pad_numbers
from citekit.csl.rendering.variables import variable_lookup
from citekit.csl.tree import Output, plain_text
from citekit.csl.typography import parse_markup

_NUMBERS = NUMBER_VARIABLES | {
    "citation-number",
    "division",
    "first-reference-note-number",
    "part-number",
    "printing-number",
    "section",
    "supplement-number",
    "version",
}
_INTEGER = re.compile(r"\d+")
_NAME_OPTIONS = {"form": "long", "name-as-sort-order": "all"}


def compile_sort_variable(variable: str, env: Environment) -> Render:
    """What ``variable`` sorts by: bare text, dates and numbers as digits, names family first."""
    look_up = variable_lookup(variable)
    names = env.compile(Names((variable,), name=NameElement(_NAME_OPTIONS)), env)
    is_number = variable in _NUMBERS

    def render(ctx: Context) -> Output:
        if variable in ctx.names:
            return names(ctx)
        date = ctx.dates.get(variable)
        if date is not None:
            return sortable_date(date)
        if variable == "type":
            return ctx.item.type
        value = look_up(ctx)
        if is_number:
            return _as_integer(value)
        return plain_text(parse_markup(value)) if value else ""

    return render


def _as_integer(value: str) -> str:
    """The first number in ``value``; a text without one as it is."""
    number = _INTEGER.search(value)
    return pad_numbers(number[0]) if number else value
