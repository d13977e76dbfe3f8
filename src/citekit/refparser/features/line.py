"""A tokenised reference string as the features see it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from citekit.refparser.tokens import Token

_YEAR = re.compile(r"(?:1[4-9]|20)\d\d")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", re.IGNORECASE)
# Words written without capitals in scripts that have none.
_CASELESS = re.compile(r"[\u0590-\u08ff\u0900-\u0fff\u1100-\u11ff\u3040-\ua4cf\uac00-\uffdc]")


@dataclass(frozen=True, slots=True)
class Line:
    """Tokens side by side with what many features ask for.

    ``words`` are the tokens in lower case, ``kinds`` their coarse kinds (see ``kind``),
    ``emphasis`` says of each token whether it is set in italics; it is empty where the
    string came without markup.
    """

    tokens: Sequence[Token]
    words: Sequence[str]
    kinds: Sequence[str]
    emphasis: Sequence[bool] = ()


@lru_cache(maxsize=50_000)
def kind(word: str) -> str:
    """The coarse kind of a token.

    A mark stands for itself; ``"Y"`` is a year, a digit the length of another number,
    ``"I"`` a single capital, ``"R"`` a Roman number, ``"U"`` capitals, ``"C"`` a capitalised
    word, ``"m"`` mixed case, ``"l"`` small letters, ``"j"`` a script without case, ``"<"`` a
    locked value.
    """
    if len(word) > 1 and word[0] == "<":
        return "<" + word[1:4]
    if word[0].isdigit():
        return "Y" if _YEAR.fullmatch(word) else str(min(len(word), 6))
    if not word[0].isalpha():
        return word
    return _letter_kind(word)


def line_of(tokens: Sequence[Token], emphasis: Sequence[bool] = ()) -> Line:
    """The line of some tokens."""
    return Line(
        tokens,
        [token.text.lower() for token in tokens],
        [kind(token.text) for token in tokens],
        emphasis,
    )


def _letter_kind(word: str) -> str:
    if _CASELESS.match(word):
        return "j"
    if len(word) == 1:
        return "I" if word.isupper() else "i"
    if _ROMAN.fullmatch(word) and (word.isupper() or word.islower()):
        return "R" if word.isupper() else "r"
    if word.isupper():
        return "U"
    if word.islower():
        return "l"
    return "C" if word[0].isupper() and word[1:].islower() else "m"
