"""English titles in Title Case, lowered to sentence case."""

import re
from collections.abc import Iterator

from citekit.text.casing import proper_noun_spans
from citekit.text.language import guess_language

_TAG = re.compile(r"<(/?)(i|b|sup|sub|sc|span)((?:\s[^<>]{0,100})?)>")
# What stands in these is a name, a sign or a mark, whatever stands round it.
_UNTOUCHED = frozenset({"sup", "sub", "sc", "span"})
_PART = re.compile(r"[^\W\d_]+")
_STARTS = re.compile(r"(?:^|[:.?!…]\s+|[:.?!…][\"'”’)\]]\s+)[\"'“‘(\[¿¡]*$")
# An abbreviation ends with a point too, so that no small letter rises after one.
_RISES = re.compile(r"[:?!…][\"'”’)\]]?\s+[\"'“‘(\[¿¡]*$")
_BEFORE = 12
_ARTICLE = "A"


def sentence_case(title: str) -> str:
    """``title`` with the words lowered that are capitalised by Title Case alone.

    What stands in ``<span>``, ``<sup>`` and ``<sub>`` stays, and so do words with a capital inside
    or a digit, single letters, names that all know, and the first word of a sentence or subtitle,
    which gets a capital. A title that is in sentence case already, all in capitals or in another
    language than English is given back as it is. Neighbouring marks do not part a word.

    Example:
        >>> sentence_case('The Rise of <span class="nocase">Bayesian</span> Methods: DNA in Japan')
        'The rise of <span class="nocase">Bayesian</span> methods: DNA in Japan'
    """
    plain, places, untouched = _taken_apart(title)
    if guess_language(plain) not in {"", "en"}:
        return title
    letters = list(title)
    for place, letter in _changes(plain, untouched):
        letters[places[place]] = letter
    return "".join(letters)


def _taken_apart(title: str) -> tuple[str, list[int], tuple[tuple[int, int], ...]]:
    """The text between the tags, the place of each of its letters, what is not to be touched."""
    letters: list[str] = []
    places: list[int] = []
    untouched: list[tuple[int, int]] = []
    still_open: list[tuple[str, int]] = []
    position = 0
    for tag in (*_TAG.finditer(title), None):
        end = tag.start() if tag else len(title)
        letters += title[position:end]
        places += range(position, end)
        if tag is None:
            break
        position = tag.end()
        if not tag[1]:
            still_open.append((tag[2], len(letters)))
        elif still_open and still_open[-1][0] == tag[2]:
            name, start = still_open.pop()
            if name in _UNTOUCHED:
                untouched.append((start, len(letters)))
    return "".join(letters), places, tuple(sorted(untouched))


def _changes(plain: str, untouched: tuple[tuple[int, int], ...]) -> Iterator[tuple[int, str]]:
    """Which letters change, and to what."""
    kept = (*untouched, *proper_noun_spans(plain, untouched))
    for part in _PART.finditer(plain):
        start, word = part.start(), part.group()
        if any(low <= start < high for low, high in kept):
            continue
        begins = _STARTS.search(plain, max(0, start - _BEFORE), start) is not None
        if word.islower():
            if _RISES.search(plain, max(0, start - _BEFORE), start) and len(word[0].upper()) == 1:
                yield start, word[0].upper()
        elif not begins and _is_lowered(word, plain, part.end()):
            yield start, word[0].lower()


def _is_lowered(word: str, plain: str, end: int) -> bool:
    """A capital and small letters, or the article in front of a word."""
    if len(word) == 1:
        return word == _ARTICLE and plain[end : end + 1] == " "
    return word[0].isupper() and word[1:].islower() and len(word[0].lower()) == 1
