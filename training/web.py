"""Addresses, identifiers and days of access as references print them."""

import random
import string

from bank import Bank
from chance import chance
from dates import day
from piece import Piece


def url(bank: Bank, rng: random.Random, form: str) -> list[Piece]:
    """An address; mostly in angle brackets in the form angle."""
    address = Piece(_address(bank, rng), "URL")
    if form == "angle" and chance(rng, 0.6):
        return [Piece("<"), address, Piece(">")]
    return [Piece(bank.text(rng, "url-cues")), address]


def accessed(bank: Bank, rng: random.Random, _: str) -> list[Piece]:
    """A day of access with its cue."""
    cue = bank.text(rng, "access-cues")
    close = {"(": ")", "[": "]"}.get(cue[0], "")
    return [Piece(cue), Piece(day(bank, rng), "accessed"), Piece(close)]


def doi(bank: Bank, rng: random.Random, _: str) -> list[Piece]:
    """A DOI, bare or with what resolves it."""
    head = rng.choice(("s", "j.", "S", ""))
    value = f"10.{rng.randint(1000, 9999)}/{head}{rng.randint(10000, 9999999)}"
    return [Piece(bank.text(rng, "doi-cues")), Piece(value, "DOI")]


def _address(bank: Bank, rng: random.Random) -> str:
    host = "".join(rng.choices(string.ascii_lowercase, k=rng.randint(3, 10)))
    path = "/".join(rng.choices(bank.words["path-words"], k=rng.randint(0, 4)))
    tail = bank.text(rng, "url-tails").format(number=rng.randint(100, 99999))
    return f"{bank.text(rng, 'url-heads')}{host}.{bank.text(rng, 'domains')}/{path}{tail}"
