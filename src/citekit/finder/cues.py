"""The words by which the finder knows what it is looking at, read from its data files."""

import re
from functools import cache

from citekit.text.data import load_table


@cache
def cue_words(table: str, name: str) -> frozenset[str]:
    """The words and phrases of the list ``name`` in ``data/<table>.toml``, of all languages."""
    return frozenset(_flat(load_table("citekit.finder", table)[name]))


@cache
def cue_pattern(table: str, *names: str) -> re.Pattern[str]:
    """A pattern that finds any word of the lists ``names`` as whole words, whatever the case.

    Longer phrases come first, so that the match is the longest one.
    """
    words = sorted({word for name in names for word in cue_words(table, name)})
    words.sort(key=len, reverse=True)
    return re.compile(
        r"(?<!\w)(?:" + "|".join(map(spaced, words)) + r")(?!\w)",
        re.IGNORECASE,
    )


def spaced(phrase: str) -> str:
    """A pattern for ``phrase`` with any white space between its words."""
    return r"\s+".join(map(re.escape, phrase.split()))


def folded(text: str) -> str:
    """``text`` in lower case, with single spaces and straight apostrophes."""
    return " ".join(text.casefold().replace("’", "'").split())


def _flat(entry: object) -> list[str]:
    if isinstance(entry, str):
        return [entry]
    if isinstance(entry, list):
        return [word for part in entry for word in _flat(part)]
    if isinstance(entry, dict):
        return [word for part in entry.values() for word in _flat(part)]
    return []
