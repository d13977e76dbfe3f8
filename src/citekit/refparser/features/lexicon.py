"""The classes that word lists put a word into."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def lexicon(text: str) -> tuple[str, ...]:
    """The classes of the word: months, cues, words of publishers, common names, places."""
    return classes().get(text.lower(), ())


@cache
def classes() -> Mapping[str, tuple[str, ...]]:
    """Every listed word in lower case with its classes."""
    found: dict[str, list[str]] = {}
    for name in ("words.toml", "counted.toml"):
        source = files("citekit.refparser") / "data" / name
        if not source.is_file():
            continue
        for label, words in tomllib.loads(source.read_text(encoding="utf-8")).items():
            for word in dict.fromkeys(words.split()):
                found.setdefault(word, []).append(label)
    return {word: tuple(labels) for word, labels in found.items()}
