"""``cs:label`` outside names: the term for a locator or a number variable.

Source: CSL 1.0.2, "Label".
"""

from __future__ import annotations

import re

from citekit.csl.context import Context, Environment, Render
from citekit.csl.nodes import Label
from citekit.csl.rendering.case_language import case_language
from citekit.csl.rendering.numerals import parse_numerals
from citekit.csl.rendering.variables import variable_lookup
from citekit.csl.tree import Output
from citekit.csl.typography import dresser, parse_markup

# These count something: their plural depends on the number itself.
_COUNTS = ("number-of-",)
_COUNT = re.compile(r"\d+")


def locator_label(label: str) -> str:
    """The name of the kind of a locator as the terms have it: ``page`` where not given."""
    return (label or "page").replace("sub verbo", "sub-verbo")


def compile_label(node: Label, env: Environment) -> Render:
    """What ``node`` prints: the term for its variable, nothing where the variable is empty."""
    variable = node.variable
    look_up = variable_lookup(variable)
    conjunction = env.locale.term("and")
    is_locator = variable == "locator"
    counts = variable.startswith(_COUNTS)
    known: dict[tuple[str, bool], Output] = {}

    def render(ctx: Context) -> Output:
        value = look_up(ctx)
        if not value:
            return ""
        term = locator_label(ctx.label) if is_locator else variable
        key = (term, _is_plural(node.plural, value, conjunction, counts=counts))
        if key not in known:
            known[key] = _term(node, env, *key)
        return known[key]

    return render


def _is_plural(plural: str, value: str, conjunction: str, *, counts: bool) -> bool:
    if plural in {"always", "never"}:
        return plural == "always"
    numerals = parse_numerals(value, conjunction)
    if not counts:
        return numerals.is_multiple
    count = _COUNT.match(numerals.pieces[0])
    return numerals.is_multiple or (count is not None and count[0].lstrip("0") not in {"", "1"})


def _term(node: Label, env: Environment, name: str, is_plural: bool) -> Output:  # noqa: FBT001
    text = ""
    # The locators "article" and "title" have terms of their own beside those of types.
    for candidate in (f"{name}-locator", name) if node.variable == "locator" else (name,):
        if env.locale.find_term(candidate, node.form) is not None:
            text = env.locale.term(candidate, node.form, is_plural=is_plural)
            break
    return (
        dresser(node.look)(parse_markup(text), case_language(node.look, env.locale)) if text else ""
    )
