"""Word lists and lookup tables, read from the data files that lie in a package."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def load_table(package: str, name: str) -> Mapping[str, object]:
    """The content of ``data/<name>.toml`` of ``package``, read once."""
    text = (files(package) / "data" / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def load_words(package: str, name: str, key: str) -> frozenset[str]:
    """The words listed under ``key``: a list of strings, or one string of words parted by blanks.

    A key that is missing, or no list of words, gives the empty set.
    """
    value = load_table(package, name).get(key, ())
    if isinstance(value, str):
        return frozenset(value.split())
    if not isinstance(value, list | tuple):
        return frozenset()
    return frozenset(word for word in value if isinstance(word, str))


@cache
def load_mapping(package: str, name: str, key: str) -> Mapping[str, str]:
    """The table under ``key`` turned about: every word of its lists, with the key of that list.

    For ``[months]`` with ``1 = "january jan"`` this is ``{"january": "1", "jan": "1"}``. A list is
    a list of strings, or one string of words parted by blanks.
    """
    table = load_table(package, name).get(key, {})
    if not isinstance(table, dict):
        return {}
    turned: dict[str, str] = {}
    for value, words in table.items():
        for word in words.split() if isinstance(words, str) else words:
            turned.setdefault(str(word), str(value))
    return turned
