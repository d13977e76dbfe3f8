"""Words of months in the languages that dates are read in."""

import re
from collections.abc import Mapping
from functools import cache

from citekit.fields.name_comparison import within_one_edit
from citekit.formats.bib_tidy.tables import month_macros
from citekit.text.data import load_mapping, load_words
from citekit.text.folding import fold

MACROS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The strings of months, which every style defines."""

_SHORTEST = 4


@cache
def _month_words() -> Mapping[str, int]:
    months = load_mapping("citekit.fields", "dates", "months")
    return {fold(word): int(number) for word, number in months.items()}


@cache
def _other_words() -> frozenset[str]:
    seasons = load_mapping("citekit.fields", "dates", "seasons")
    own = load_words(__package__, "dates", "periods")
    return frozenset(fold(word) for word in (*seasons, *own))


def month_number(text: str) -> int:
    """The month that ``text`` is as a whole, as a word, string or number; 0 if it is none."""
    text = text.strip("{}. \t\r\n").lower()
    macro = month_macros().get(text)
    if macro:
        return MACROS.index(macro) + 1
    return _month_words().get(fold(text), 0)


def is_period(word: str) -> bool:
    """Whether ``word``, folded, may stand in the place of a month: a month, a season, a term."""
    return word in _month_words() or word in _other_words()


def month_meant(word: str) -> str:
    """The string of the English month that ``word``, folded, misspells; empty if it is none."""
    if len(word) < _SHORTEST:
        return ""
    for name, macro in month_macros().items():
        if len(name) >= _SHORTEST and name.isalpha() and within_one_edit(name, word):
            return macro
    return ""


def words_of(text: str) -> list[str]:
    """The words and numbers of ``text``, folded."""
    return re.findall(r"\d+|[^\W\d_]+", fold(text))
