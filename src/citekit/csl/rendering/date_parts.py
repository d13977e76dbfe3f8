"""One part of a date in its form: a year, a month or season, a day.

Source: CSL 1.0.2, "Date-part", "AD and BC", "Seasons".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from citekit.csl.locale import Locale
from citekit.csl.nodes import DatePart, Look
from citekit.csl.rendering.ordinals import format_ordinal
from citekit.csl.tree import Node, Output, Tag
from citekit.csl.typography import dresser
from citekit.csl.typography.looks import Dresser
from citekit.model.reference import DateParts

# Years before 500 are told from years BC (CSL 1.0.2, "AD and BC").
FIRST_PLAIN_YEAR = 500
_SHORT_YEAR_OF = 4

FormatPart = Callable[[DateParts], str]


@dataclass(frozen=True, slots=True)
class CompiledPart:
    """A ``cs:date-part`` ready to render.

    ``text`` gives the part of a date without its look, empty where the date does not have it;
    ``dress`` sets fonts and text case, not the affixes.
    """

    name: str
    text: FormatPart
    dress: Dresser
    prefix: str
    suffix: str
    range_delimiter: str
    language: str

    def output(
        self, text: str, *, has_prefix: bool = True, has_suffix: bool = True, letter: str = ""
    ) -> Output:
        """``text`` in its look, with the letter of a year after it."""
        prefix = self.prefix if has_prefix else ""
        suffix = self.suffix if has_suffix else ""
        inner = self.dress(text, self.language)
        if not (prefix or suffix or letter):
            return inner
        children: tuple[Output, ...] = (inner,)
        if letter:
            children = (inner, Node((letter,), tag=Tag.YEAR_SUFFIX, data=letter))
        return Node(children, prefix=prefix, suffix=suffix)


def compile_part(part: DatePart, locale: Locale) -> CompiledPart:
    """``part`` ready to render in ``locale``."""
    look: Look = replace(part.look, prefix="", suffix="")
    return CompiledPart(
        part.name,
        _FORMATTERS[part.name](part.form, locale),
        dresser(look),
        part.look.prefix,
        part.look.suffix,
        part.range_delimiter,
        locale.lang,
    )


def _compile_year(form: str, locale: Locale) -> FormatPart:
    after, before = locale.term("ad"), locale.term("bc")

    def text(date: DateParts) -> str:
        year = date.year
        if year < 1:
            return f"{1 - year}{before}"
        if year < FIRST_PLAIN_YEAR:
            return f"{year}{after}"
        digits = str(year)
        return digits[-2:] if form == "short" and len(digits) == _SHORT_YEAR_OF else digits

    return text


def _compile_month(form: str, locale: Locale) -> FormatPart:
    if form in {"numeric", "numeric-leading-zeros"}:
        width = 1 if form == "numeric" else 2
        months = {number: f"{number:0{width}d}" for number in range(1, 13)}
    else:
        months = {number: locale.term(f"month-{number:02d}", form) for number in range(1, 13)}
    # A season has no number: it stands in words for the month in every form.
    seasons = {number: locale.term(f"season-{number:02d}") for number in range(1, 5)}
    return lambda date: months.get(date.month, "") or seasons.get(date.season, "")


def _compile_day(form: str, locale: Locale) -> FormatPart:
    if form == "numeric-leading-zeros":
        return lambda date: f"{date.day:02d}" if date.day else ""
    if form != "ordinal":
        return lambda date: str(date.day) if date.day else ""
    genders = {number: _month_gender(locale, number) for number in range(1, 13)}
    limited = locale.limits_day_ordinals

    def text(date: DateParts) -> str:
        if not date.day or (limited and date.day != 1):
            return str(date.day) if date.day else ""
        return format_ordinal(date.day, locale, genders.get(date.month, ""))

    return text


def _month_gender(locale: Locale, number: int) -> str:
    term = locale.find_term(f"month-{number:02d}")
    return term.gender if term else ""


_FORMATTERS: Mapping[str, Callable[[str, Locale], FormatPart]] = {
    "day": _compile_day,
    "month": _compile_month,
    "year": _compile_year,
}
