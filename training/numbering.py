"""Volumes, issues, pages and other numbers as references print them."""

import random

from bank import Bank
from chance import chance
from piece import Piece

_DASHES = ("-", "-", "–", "–", "—", "~", "--")
_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def volume(_: Bank, rng: random.Random, form: str) -> list[Piece]:
    """A volume; Roman in the form roman."""
    return [Piece(_roman(rng.randint(1, 60)) if form == "roman" else _volume(rng), "volume")]


def issue(bank: Bank, rng: random.Random, form: str) -> list[Piece]:
    """An issue within a volume; a running number without one in the form bare."""
    if form == "bare":
        return [Piece(bank.text(rng, "issue-cues")), Piece(str(rng.randint(20, 400)), "issue")]
    return [Piece(_issue(rng), "issue")]


def volume_and_issue(bank: Bank, rng: random.Random, form: str) -> list[Piece]:
    """A volume and mostly its issue, in a form: colon, comma, slash, cue, german, any."""
    before, between, after = rng.choice(bank.volumes[form])
    pieces = [Piece(before), Piece(_volume(rng), "volume")]
    if form in {"any", "cue", "german"} and chance(rng, 0.25):
        return pieces
    return [*pieces, Piece(between), Piece(_issue(rng), "issue"), Piece(after)]


def page(bank: Bank, rng: random.Random, form: str) -> list[Piece]:
    """A page or pages: bare, with a cue, german, any; none is without cue and label."""
    text = _pages(rng)
    if form == "none":
        return [Piece(text)]
    if form == "bare" or (form == "any" and chance(rng, 0.6)):
        return [Piece(text, "page")]
    if form == "german":
        cue, end = bank.text(rng, "german-page-cues"), bank.text(rng, "german-page-ends")
        return [Piece(cue), Piece(text, "page"), Piece(end)]
    stop = "." if chance(rng, 0.05) else ""
    return [Piece(bank.text(rng, "page-cues")), Piece(text, "page"), Piece(stop)]


def number(bank: Bank, rng: random.Random, form: str) -> list[Piece]:
    """The number of a report; without a cue in the form plain."""
    cue = "" if form == "plain" else bank.text(rng, "number-cues")
    forms = ("{0}", "{1}-{2}", "{2}/{3}")
    draws = rng.randint(1, 400), rng.randint(80, 99), rng.randint(1, 40), rng.randint(1990, 2020)
    return [Piece(cue), Piece(rng.choice(forms).format(*draws), "number")]


def chapter_number(bank: Bank, rng: random.Random, _: str) -> list[Piece]:
    """A chapter's number, which is no value of the reference."""
    return [Piece(f"{bank.text(rng, 'chapter-cues')} {rng.randint(1, 30)}")]


def edition(bank: Bank, rng: random.Random, _: str) -> list[Piece]:
    """An edition with its cue."""
    value, cue = rng.choice(bank.editions)
    return [Piece(value, "edition"), Piece(cue)]


def _volume(rng: random.Random) -> str:
    return str(rng.randint(1, 140))


def _issue(rng: random.Random) -> str:
    first = rng.randint(1, 5)
    double = f"{first}{rng.choice('-/–')}{first + 1}"
    return rng.choice((str(rng.randint(1, 12)), str(rng.randint(1, 6)), double))


def _roman(value: int) -> str:
    text = ""
    for size, sign in _ROMAN:
        while value >= size:
            text, value = text + sign, value - size
    return text


def _pages(rng: random.Random) -> str:
    first = rng.randint(1, 600)
    if chance(rng, 0.4):
        return str(first)
    last = str(first + rng.randint(1, 40))
    text = f"{first}{rng.choice(_DASHES)}{_shortened(str(first), last, rng)}"
    return f"{text}, {int(last) + rng.randint(2, 30)}" if chance(rng, 0.05) else text


def _shortened(first: str, last: str, rng: random.Random) -> str:
    """The last page, now and then as its last two digits."""
    return last[-2:] if last[:-2] and last[0] == first[0] and chance(rng, 0.25) else last
