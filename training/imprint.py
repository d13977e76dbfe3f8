"""Publishers, places and organisations as references print them."""

import random

from bank import Bank
from chance import chance
from piece import Piece


def organisation(bank: Bank, rng: random.Random) -> str:
    """The name of an organisation."""
    if chance(rng, 0.25):
        return bank.text(rng, "organisations")
    name = f"{bank.text(rng, 'organisation-kinds')} {bank.text(rng, 'organisation-subjects')}"
    if chance(rng, 0.25):
        form = rng.choice(("{1} {0}", "{0}, {1}", "{0} of {1}"))
        return form.format(name, bank.text(rng, "countries"))
    return name


def publisher(bank: Bank, rng: random.Random, form: str) -> list[Piece]:
    """A publisher; an institution in the form org."""
    if form == "org":
        text = organisation(bank, rng)
        if chance(rng, 0.3):
            text = f"University of {bank.text(rng, 'cities')}"
    elif chance(rng, 0.1):
        text = f"{bank.text(rng, 'cities')} {bank.text(rng, 'press-kinds')}"
    else:
        text = bank.text(rng, "english-publishers" if chance(rng, 0.6) else "publisher")
    return [Piece(text.rstrip("."), "publisher")]


def place(bank: Bank, rng: random.Random, _: str) -> list[Piece]:
    """A place of publication, now and then two or one with its state."""
    text = bank.text(rng, "cities" if chance(rng, 0.25) else "publisher-place")
    if chance(rng, 0.1):
        text += bank.text(rng, "second-places")
    elif chance(rng, 0.05):  # the campus for the town
        text = f"{bank.text(rng, 'cities')} University {rng.choice(('', 'CA', 'MA', 'NJ'))}".strip()
    return [Piece(text.rstrip("."), "publisher-place")]


def place_and_publisher(bank: Bank, rng: random.Random, form: str) -> list[Piece]:
    """A place and a publisher: colon, comma, any; the last in either order."""
    gaps = {"colon": (": ",), "comma": (", ",)}.get(form, (": ", ": ", ", ", " : "))
    where, who = place(bank, rng, ""), publisher(bank, rng, "")
    if form == "any" and chance(rng, 0.25):
        return [*who, Piece(", "), *where]
    return [*where, Piece(rng.choice(gaps)), *who]
