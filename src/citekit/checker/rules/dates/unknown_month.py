"""A month that is none: a number beyond 12, or a word that names no month, season or term.

Styles print it as it stands; BibLaTeX drops it with a warning.

    month = {Janury}

Write one of the strings `jan` to `dec`. The fix, for a word that is nearly that of a month, is
unsafe.

It is wrong for terms and feasts that we do not know, and for months of calendars and languages
that we do not know; words in other scripts are let alone.
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.dates.months import is_period, month_meant, month_number, words_of
from citekit.model.diagnostic import Severity

_SEASONS = range(21, 25)
_MOST = 12
_LAST_DAY = 31
_DIGITS = 2


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    macro = field.macro
    if macro:
        return
    value = field.value.strip()
    if not value or len(value) > 60:  # noqa: PLR2004  # characters of the longest month
        return
    plain = field.plain
    words = [] if month_number(plain) else words_of(plain)
    wrong = _wrong_word(words, is_modern=field.entry.file.dialect == "biblatex")
    if wrong:
        meant = month_meant(wrong)
        yield field.problem(
            f"'{value}' names no month",
            hint=f"Write the string '{meant}'."
            if meant
            else "Write one of the strings 'jan' to 'dec'.",
            fix=field.rewriting(f"Write '{meant}'", meant, is_safe=False)
            if meant and len(words) == 1
            else None,
        )


def _wrong_word(words: list[str], *, is_modern: bool) -> str:
    """The first of ``words`` that belongs to no month, empty if all do."""
    has_word = any(is_period(word) for word in words)
    for word in words:
        if word.isdecimal():
            number = int(word) if len(word) <= _DIGITS else 0
            is_season = is_modern and number in _SEASONS
            is_year = len(word) == 4  # noqa: PLR2004  # digits of a year
            most = _LAST_DAY if has_word else _MOST
            if not is_season and not is_year and not 1 <= number <= most:
                return word
        elif word.isascii() and not is_period(word):
            return word
    return ""


RULE = Rule(
    "DAT005",
    "unknown-month",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"month"})),
    fixability=Fixability.UNSAFE,
)
