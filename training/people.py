"""Names of people as references print them."""

import random
import string

from bank import Bank, Person
from chance import chance
from piece import Piece

_ASIAN, _INVENTED = 0.15, 0.35


def people(bank: Bank, rng: random.Random, label: str, form: str) -> list[Piece]:
    """One to three names: direct, inverted, initials, invinitials, family, slash, asian."""
    crowd = _crowd(bank, rng, form)
    if form == "slash":
        return [Piece(rng.choice(("/", " / ")).join(person.family for person in crowd), label)]
    names = [_name(person, form, i, rng) for i, person in enumerate(crowd)]
    if len(crowd) > 1 and chance(rng, 0.1):
        return [Piece(names[0], label), Piece(bank.text(rng, "et-al"))]
    return [Piece(_joined(names, rng, form), label)]


def editor_mark(bank: Bank, rng: random.Random, form: str) -> list[Piece]:
    """What marks editors: after their names, without brackets (bare), before them (by)."""
    return [Piece(bank.text(rng, f"editor-marks-{form}" if form else "editor-marks"))]


def _crowd(bank: Bank, rng: random.Random, form: str) -> list[Person]:
    count = rng.choice((1, 1, 1, 1, 2, 2, 3))
    if form == "asian":
        return [_asian(bank, rng, first=chance(rng, 0.7)) for _ in range(count)]
    crowd: list[Person] = []
    for _ in range(count):
        draw = rng.random()
        if draw < _ASIAN:
            crowd.append(_asian(bank, rng, first=chance(rng, 0.4)))
        elif draw < _INVENTED:
            crowd.append(Person(bank.text(rng, "family"), _given(bank, rng)))
        else:
            crowd.append(rng.choice(rng.choice(bank.people)))
    return crowd


def _given(bank: Bank, rng: random.Random) -> str:
    given, letter = bank.text(rng, "given"), rng.choice(string.ascii_uppercase)
    if chance(rng, 0.3):
        return f"{given} {letter}."
    return f"{letter}. {given}" if chance(rng, 0.07) else given


def _asian(bank: Bank, rng: random.Random, *, first: bool) -> Person:
    nation = rng.choice(("korean", "korean", "japanese", "chinese"))
    given = bank.text(rng, f"{nation}-given")
    if nation == "korean" and chance(rng, 0.2):
        given = given.replace("-", " ").title()
    return Person(bank.text(rng, f"{nation}-family"), given, first)


def _initials(given: str) -> str:
    parts = given.replace("-", " ").split()
    return " ".join(part[0].upper() + "." for part in parts if part[0].isalpha())


def _name(person: Person, form: str, place: int, rng: random.Random) -> str:
    family, given = person.family, person.given
    initials = _initials(given) or given
    if form == "family":
        return family
    if form == "initials":
        return f"{initials} {family}"
    if form == "invinitials":
        return f"{family}, {initials.replace(' ', rng.choice((' ', '')))}"
    if form == "inverted" and place == 0:
        comma = "" if person.family_first and chance(rng, 0.3) else ","
        return f"{family}{comma} {given}"
    return f"{family} {given}" if person.family_first else f"{given} {family}"


def _joined(names: list[str], rng: random.Random, form: str) -> str:
    last = rng.choice((" and ", " and ", ", and ", " & ", ", ", " und ", " et "))
    if form == "invinitials":
        last = rng.choice((", & ", " and ", " & ", ", "))
    if form == "family":
        last = rng.choice((" and ", "/", " / ", " & "))
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + last + names[-1]
