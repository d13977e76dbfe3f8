"""Dates as references print them."""

import random

from bank import Bank
from chance import chance
from piece import Piece

_ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd"}
_FORMS = ("year", "year", "season", "month", "day")


def dated(bank: Bank, rng: random.Random, form: str) -> list[Piece]:
    """A date labelled issued, as a year, season, month, day, dayonly, german, or any of these.

    The form none is a day without a label.
    """
    if form == "any":
        form = rng.choice(_FORMS)
    if form == "year":
        letter = [Piece(rng.choice("abc"))] if chance(rng, 0.03) else []
        return [Piece(str(_year(rng)), "issued"), *letter]
    text = day(bank, rng) if form == "none" else _date(bank, rng, f"dates-{form}")
    return [Piece(text, "" if form == "none" else "issued")]


def day(bank: Bank, rng: random.Random) -> str:
    """A day with its month and year."""
    return _date(bank, rng, "dates-day")


def _date(bank: Bank, rng: random.Random, forms: str) -> str:
    year, number, date = _year(rng), rng.randint(1, 12), rng.randint(1, 28)
    months = bank.words["months"]
    return rng.choice(bank.words[forms]).format(
        year=year,
        next=(year + 1) % 100,
        season=rng.choice(bank.words["seasons"]),
        season2=rng.choice(bank.words["seasons"]),
        month=months[number - 1],
        month2=months[number % 12],
        short=months[number - 1][:3],
        german=bank.words["german-months"][number - 1],
        french=bank.words["french-months"][number - 1],
        number=number,
        day=date,
        end=_ENDINGS.get(date, "th"),
    )


def _year(rng: random.Random) -> int:
    return rng.randint(1985, 2024) if chance(rng, 0.75) else rng.randint(1880, 2025)
