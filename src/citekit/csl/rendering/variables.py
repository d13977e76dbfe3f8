"""The value of a standard or number variable as a style asks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from citekit.csl.context import Context, Environment
from citekit.csl.rendering.numerals import first_page

SPECIAL_VARIABLES = frozenset(
    {
        "citation-label",
        "citation-number",
        "first-reference-note-number",
        "locator",
        "year-suffix",
    }
)
"""What the processor gives rather than the item (CSL 1.0.2, "Standard Variables")."""

# What a list of abbreviations calls the variables that it does not name by themselves.
_ABBREVIATION_KINDS: Mapping[str, str] = {
    "archive": "container-title",
    "archive-place": "place",
    "event-place": "place",
    "jurisdiction": "place",
    "original-publisher-place": "place",
    "publisher": "institution-part",
    "publisher-place": "place",
}

Lookup = Callable[[Context], str]


def variable_lookup(variable: str) -> Lookup:
    """The function that gives the text of ``variable``, empty where there is none.

    ``page-first`` is read from ``page`` where the item does not give it.
    """
    if variable in SPECIAL_VARIABLES:
        return _special_lookup(variable)
    if variable == "page-first":
        return _first_page

    def look_up(ctx: Context) -> str:
        if variable in ctx.suppressed:
            return ""
        return ctx.texts.get(variable, "")

    return look_up


def _special_lookup(variable: str) -> Lookup:
    def look_up(ctx: Context) -> str:
        if variable in ctx.suppressed:
            return ""
        return ctx.specials.get(variable, "") or ctx.texts.get(variable, "")

    return look_up


def _first_page(ctx: Context) -> str:
    if "page-first" in ctx.suppressed:
        return ""
    return ctx.texts.get("page-first") or first_page(ctx.texts.get("page", ""))


def short_lookup(variable: str, env: Environment) -> Lookup:
    """The same for ``form="short"``: an abbreviation, the short variable, else the long one.

    Source: CSL 1.0.2, "Text", ``form``; the list of abbreviations is the reader's own.
    """
    long = variable_lookup(variable)
    if variable.endswith("-short"):
        return long
    given = variable_lookup(f"{variable}-short")
    kinds = (variable, _ABBREVIATION_KINDS.get(variable, ""))
    lists = tuple(found for kind in kinds if (found := env.abbreviations.get(kind)))

    def short(ctx: Context) -> str:
        return "" if variable in ctx.suppressed else given(ctx)

    def look_up(ctx: Context) -> str:
        if variable in ctx.suppressed:
            return ""
        value = long(ctx)
        for abbreviations in lists:
            if abbreviation := abbreviations.get(value):
                return abbreviation
        return short(ctx) or value

    return look_up
