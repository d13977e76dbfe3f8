"""``cs:date``: a date variable in a format of the locale or of the style.

Source: CSL 1.0.2, "Date".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache

from citekit.csl.context import Context, Environment, Render
from citekit.csl.nodes import NO_FORMAT, Date, DatePart, Look
from citekit.csl.rendering.date_parts import CompiledPart, compile_part
from citekit.csl.rendering.date_ranges import DateFormat
from citekit.csl.rendering.date_sorting import sortable_date
from citekit.csl.rendering.number_text import EN_DASH
from citekit.csl.tree import Node, Output, Tag
from citekit.csl.typography import dresser
from citekit.model import reference
from citekit.model.reference import Literal

_SHOWN: Mapping[str, tuple[str, ...]] = {
    "year": ("year",),
    "year-month": ("year", "month"),
    "year-month-day": ("year", "month", "day"),
}
_PARTS = frozenset({"year", "month", "day"})
_CACHED_DATES = 8192

RenderDate = Callable[[reference.Date, str, str], Output]


def compile_date(node: Date, env: Environment) -> Render:
    """What ``node`` prints: the date of its variable.

    The letter that tells works of one year apart follows the first year that is printed, unless
    the style prints ``year-suffix`` itself.
    """
    variable = node.variable
    if env.sort_options is not None:
        return _compile_sortable(node, env)
    season = f"{variable}-season"
    render_date = _compile_format(node, env)
    adds_letter = not env.explicit_year_suffix and any(
        part.name == "year" for part in _parts(node, env)
    )

    def render(ctx: Context) -> Output:
        ctx.called += 1
        date = ctx.dates.get(variable)
        if date is None or variable in ctx.suppressed:
            return ""
        letter = ""
        if adds_letter and not ctx.year_suffix_printed and not isinstance(date, Literal):
            letter = ctx.disambiguation.year_suffix
            ctx.year_suffix_printed = bool(letter)
        output = render_date(date, letter, ctx.texts.get(season, ""))
        if output:
            ctx.fill(variable)
        return output

    return render


def _compile_format(node: Date, env: Environment) -> RenderDate:
    parts = tuple(compile_part(part, env.locale) for part in _parts(node, env))
    localized = _localized(node, env)
    date_format = DateFormat(
        parts,
        localized.delimiter if localized else node.delimiter,
        env.locale.term("year-range-delimiter") or EN_DASH,
    )
    dress = dresser(node.look)
    inner_dress = dresser(localized.look if localized else Look())
    language = env.locale.lang
    year = next((part for part in parts if part.name == "year"), None)

    @lru_cache(maxsize=_CACHED_DATES)
    def render_date(date: reference.Date, letter: str, season: str) -> Output:
        if isinstance(date, Literal):
            output = _literal(date, year, is_localized=localized is not None)
        else:
            output = date_format.render(date, letter, season)
        if not output:
            return ""
        dressed = dress(inner_dress(output, language), language)
        return Node((dressed,), tag=Tag.DATE, data=node.variable)

    return render_date


def _literal(date: Literal, year: CompiledPart | None, *, is_localized: bool) -> Output:
    """A date in words stands where the year would; a locale's "年" does not belong to it."""
    if year is None:
        return ""
    return year.output(date.text, has_prefix=not is_localized, has_suffix=not is_localized)


def _localized(node: Date, env: Environment) -> Date | None:
    return env.locale.dates.get(node.form) if node.form else None


def _parts(node: Date, env: Environment) -> tuple[DatePart, ...]:
    """The parts to print: the style's own, or the locale's with what the style sets on them."""
    localized = _localized(node, env)
    if localized is None:
        return tuple(part for part in node.parts if part.name in _PARTS)
    shown = _SHOWN.get(node.date_parts, _SHOWN["year-month-day"])
    overriding = {part.name: part for part in node.parts}
    return tuple(
        _override(part, overriding.get(part.name)) for part in localized.parts if part.name in shown
    )


def _override(part: DatePart, own: DatePart | None) -> DatePart:
    """``part`` with the form and look of ``own``; affixes stay those of the locale."""
    if own is None:
        return part
    look = replace(
        part.look,
        format=part.look.format if own.look.format == NO_FORMAT else own.look.format,
        text_case=own.look.text_case or part.look.text_case,
        strip_periods=own.look.strip_periods or part.look.strip_periods,
    )
    return DatePart(
        part.name,
        own.form or part.form,
        own.range_delimiter or part.range_delimiter,
        look,
        part.line,
    )


def _compile_sortable(node: Date, env: Environment) -> Render:
    """The date as digits, of the parts that would be printed (CSL 1.0.2, "Sorting")."""
    variable = node.variable
    names = frozenset(part.name for part in _parts(node, env))

    def render(ctx: Context) -> Output:
        ctx.called += 1
        date = ctx.dates.get(variable)
        output = sortable_date(date, names) if date is not None else ""
        if output:
            ctx.fill(variable)
        return output

    return render
