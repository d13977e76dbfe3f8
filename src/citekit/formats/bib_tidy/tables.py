"""The lists of names that transforms go by."""

from collections.abc import Iterator
from functools import cache

from citekit.text.data import load_mapping, load_table, load_words

_PACKAGE = "citekit.formats.bib_tidy"


def fields_called(key: str) -> frozenset[str]:
    """The names of fields under ``key``."""
    return load_words(_PACKAGE, "tidy", key)


@cache
def month_macros() -> dict[str, str]:
    """The macro of each way to write a month, by the way in lower case without its full stop."""
    return dict(load_mapping(_PACKAGE, "tidy", "months"))


@cache
def standard_order() -> tuple[str, ...]:
    """The names of fields in the order that the table has them."""
    words = load_table(_PACKAGE, "tidy").get("order", "")
    return tuple(words.split()) if isinstance(words, str) else ()


@cache
def accents() -> dict[str, str]:
    """The combining character of each command for an accent, by the sign after its backslash."""
    return dict(_pairs("accents"))


@cache
def letters() -> dict[str, str]:
    """The character of each command for a letter, by its name."""
    return dict(_pairs("letters"))


def _pairs(key: str) -> Iterator[tuple[str, str]]:
    table = load_table(_PACKAGE, "tidy").get(key, {})
    if isinstance(table, dict):
        yield from ((str(name), str(sign)) for name, sign in table.items())
