"""The order of a bibliography and the labels of its entries."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from citekit.bst.contributors import leading_names
from citekit.bst.date_words import year_of
from citekit.bst.rich import plain, safe_key
from citekit.model.reference import Literal, Name, Reference
from citekit.model.variables import DateVariable, TextVariable
from citekit.text.folding import fold

_WORD = re.compile(r"[^\s-]+")
_ARTICLES = ("the ", "a ", "an ")
_MOST_INITIALS = 3
_FEW = 4


def _name_key(name: Name) -> str:
    if isinstance(name, Literal):
        return fold(name.text)
    return fold(f"{name.non_dropping_particle} {name.family} {name.given} {name.suffix}")


def _title_key(reference: Reference) -> str:
    container = reference.text(TextVariable.CONTAINER_TITLE)
    title = fold(plain(reference.title or container))
    return next(
        (title.removeprefix(article) for article in _ARTICLES if title.startswith(article)), title
    )


def sort_key(reference: Reference) -> tuple[str, str, str, str]:
    """Names, year, title and key, folded; a work without names stands under its title."""
    names = "  ".join(map(_name_key, leading_names(reference)))
    title = _title_key(reference)
    year = year_of(reference.dates.get(DateVariable.ISSUED))
    return (names or title, year, title, reference.key)


def _letters(text: str) -> str:
    """The ASCII letters and digits of ``text``, accents taken away, in the case printed."""
    folded = (fold(letter).title() if letter.isupper() else fold(letter) for letter in text)
    return "".join(letter for letter in "".join(folded) if letter.isascii() and letter.isalnum())


def _initials(name: Name) -> str:
    """``K`` for Knuth, ``vdB`` for van der Berg, ``FC`` for Foster-Carter."""
    if isinstance(name, Literal):
        return _letters(name.text)[:1]
    words = _WORD.findall(f"{name.non_dropping_particle} {name.family}")
    return "".join(_letters(word)[:1] for word in words)


def _name_label(name: Name) -> str:
    initials = _initials(name)
    if len(initials) > 1:
        return initials
    return _letters(name.text if isinstance(name, Literal) else name.family)[:3]


def _names_label(names: Sequence[Name]) -> str:
    """``Knu`` for one name, ``AHU`` for up to four, ``AHU+`` for more.

    Source: alpha.bst (Patashnik 1988), function format.lab.names.
    """
    people = [name for name in names if name != Literal("others")]
    if len(names) == 1:
        return _name_label(names[0])
    shown = people if len(people) <= _FEW else people[:_MOST_INITIALS]
    label = "".join(map(_initials, shown))
    return label + ("+" if label and (len(shown) < len(people) or len(people) < len(names)) else "")


def _base_label(reference: Reference) -> str:
    year = year_of(reference.dates.get(DateVariable.ISSUED))[-2:]
    letters = _names_label(leading_names(reference)) or safe_key(reference.key)[:3]
    return letters + (year if year.isdecimal() else "")


def _letter_number(number: int) -> str:
    """Letters that count: a, b, … z, aa, ab, and so on."""
    text = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("a") + rest) + text
    return text


def letter_labels(references: Sequence[Reference]) -> Iterator[str]:
    """Labels like those of BibTeX's alpha style, each once: ``Knu84``, ``AHU83a``, ``AHU83b``.

    Names in other scripts than Latin give no letters; the key stands in for them.
    """
    labels = [_base_label(reference) for reference in references]
    total, seen = Counter(labels), Counter[str]()
    for label in labels:
        yield label + (_letter_number(seen[label]) if total[label] > 1 else "")
        seen[label] += 1
