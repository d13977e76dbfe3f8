"""What printing, typing and scanning do to references."""

import random
from collections.abc import Callable
from dataclasses import replace

from chance import chance
from piece import Piece

# How often a string is damaged at all; half of those once more.
_SHARE = 0.3
# Letters that a value must have for one to be misread, for a line to break in it.
_SHORT, _LONG = 6, 20


def damage(pieces: list[Piece], rng: random.Random) -> list[Piece]:
    """The pieces, some of them damaged; values keep their labels."""
    share = _SHARE
    while chance(rng, share):
        pieces = rng.choice(_DAMAGES)(list(pieces), rng)
        share = 0.5
    return pieces


def _drop_quote(pieces: list[Piece], rng: random.Random) -> list[Piece]:
    """Loses one quotation mark."""
    marks = [
        i for i, p in enumerate(pieces) if not p.label and any(c in "“”‘’\"'«»„" for c in p.text)
    ]
    if marks:
        i = rng.choice(marks)
        kept = "".join(c for c in pieces[i].text if c not in "“”‘’\"'«»„")
        pieces[i] = Piece(kept)
    return pieces


def _swap_stop(pieces: list[Piece], rng: random.Random) -> list[Piece]:
    """Prints a full stop for a comma, or the reverse, or doubles it."""
    marks = [i for i, p in enumerate(pieces[:-1]) if i and p.text in {", ", ". ", ","}]
    if marks:
        i = rng.choice(marks)
        pieces[i] = Piece(rng.choice((". ", ", ", ",, ", "; ", " , ", ".. ", " ")))
    return pieces


def _glue(pieces: list[Piece], rng: random.Random) -> list[Piece]:
    """Loses a blank after a separator."""
    marks = [i for i, p in enumerate(pieces[:-1]) if i and p.text in {", ", ". ", ": ", "; "}]
    if marks:
        i = rng.choice(marks)
        pieces[i] = Piece(pieces[i].text.strip())
    return pieces


def _misread(pieces: list[Piece], rng: random.Random) -> list[Piece]:
    """Misreads or leaves out a letter of a value."""
    values = [
        i for i, p in enumerate(pieces) if p.label and len(p.text) > _SHORT and p.text.isprintable()
    ]
    if values:
        i = rng.choice(values)
        text = pieces[i].text
        at = rng.randrange(1, len(text) - 1)
        if text[at].isalpha():
            sign = rng.choice(("", text[at] * 2, "l", "e", "c", "n"))
            pieces[i] = replace(pieces[i], text=text[:at] + sign + text[at + 1 :])
    return pieces


def _hyphenate(pieces: list[Piece], rng: random.Random) -> list[Piece]:
    """Keeps the hyphen of a broken line."""
    values = [
        i
        for i, p in enumerate(pieces)
        if p.label in {"title", "container-title"} and len(p.text) > _LONG
    ]
    if values:
        i = rng.choice(values)
        text = pieces[i].text
        at = rng.randrange(5, len(text) - 5)
        if text[at - 1 : at + 2].isalpha():
            pieces[i] = replace(pieces[i], text=f"{text[:at]}-{rng.choice(('', ' '))}{text[at:]}")
    return pieces


def _capitals(pieces: list[Piece], rng: random.Random) -> list[Piece]:
    """Sets the author, or the title, in capitals."""
    label = rng.choice(("author", "author", "title"))
    return [replace(p, text=p.text.upper()) if p.label == label else p for p in pieces]


def _cut_end(pieces: list[Piece], _: random.Random) -> list[Piece]:
    """Loses the last full stop."""
    pieces[-1] = replace(pieces[-1], text=pieces[-1].text.rstrip("."))
    return pieces


_DAMAGES: tuple[Callable[[list[Piece], random.Random], list[Piece]], ...] = (
    _drop_quote,
    _swap_stop,
    _swap_stop,
    _glue,
    _misread,
    _hyphenate,
    _capitals,
    _cut_end,
)
