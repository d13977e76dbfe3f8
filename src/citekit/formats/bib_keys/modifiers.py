"""The modifiers of key patterns: changes to the words that a marker gives."""

from collections.abc import Callable, Mapping, Sequence

from citekit.formats.bib_keys.key_words import is_function_word

Words = tuple[str, ...]
# The words, the number and the sign of the modifier.
Change = Callable[[Words, int, str], Words]


def _each(change: Callable[[str], str]) -> Change:
    return lambda words, _number, _sign: tuple(map(change, words))


def _telling(words: Sequence[str], _number: int, _sign: str) -> Words:
    return tuple(word for word in words if not is_function_word(word))


MODIFIERS: Mapping[str, Change] = {
    "lower": _each(str.lower),
    "upper": _each(str.upper),
    "capitalize": _each(str.capitalize),
    "abbr": _each(lambda word: word[:1]),
    "skipwords": _telling,
    "words": lambda words, number, _sign: words[: number or 1],
    "truncate": lambda words, number, _sign: ("".join(words)[: number or 1],),
    "condense": lambda words, _number, sign: (sign.join(words),),
    # What these mean is seen to by who evaluates the marker: letters of other scripts stay, and
    # there is no key without a word here.
    "unicode": lambda words, _number, _sign: words,
    "required": lambda words, _number, _sign: words,
}
