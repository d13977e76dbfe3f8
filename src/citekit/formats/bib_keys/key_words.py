"""Words as keys can hold them."""

import re
from collections.abc import Callable

from citekit.text.data import load_words
from citekit.text.folding import strip_markup
from citekit.text.romanisation import plain_latin

_NO_LETTER = re.compile(r"[\W_]+")
_APART = re.compile(r"[\s/:–—]+")
# Letters of a value beyond which no key looks.
_READ = 400

Cleaning = Callable[[str], str]


def plain_word(text: str) -> str:
    """``text`` in letters a to z, A to Z and digits, everything else left out."""
    return _NO_LETTER.sub("", plain_latin(text))


def any_word(text: str) -> str:
    """``text`` in letters and digits of any script."""
    return _NO_LETTER.sub("", text)


def words_of(text: str, clean: Cleaning) -> tuple[str, ...]:
    """The words of a text without markup; a hyphen joins what stands beside it."""
    words = (clean(word) for word in _APART.split(strip_markup(text[:_READ])))
    return tuple(word for word in words if word)


def is_function_word(word: str) -> bool:
    """Whether the word says nothing in a title: "the", "of", "und"."""
    return plain_latin(word).lower() in load_words(
        "citekit.formats.bib_keys", "bib_keys", "function_words"
    )
