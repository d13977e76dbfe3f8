"""Titles of works and of what contains them."""

import random

from bank import Bank
from chance import chance
from imprint import organisation
from piece import Piece


def title(bank: Bank, rng: random.Random, form: str) -> list[Piece]:
    """A title: of any work, of a book, foreign (in a script without case), short."""
    if form == "foreign":
        kinds = ("korean-titles", "japanese-titles", "chinese-titles")
        text = bank.text(rng, rng.choice(kinds))
        return [Piece(f"{text} {rng.randint(1970, 2025)}" if chance(rng, 0.25) else text, "title")]
    text = bank.text(rng, "book" if form == "book" else rng.choice(("title", "title", "book")))
    if form == "short":
        text = " ".join(text.split()[: rng.randint(1, 4)]).rstrip(",:;.-–")
    if chance(rng, 0.1):
        text = text.rstrip("?!.") + "?"
    if chance(rng, 0.05):
        words = text.split()
        i = rng.randrange(len(words))
        words[i] = rng.choice(("‘{}’", "'{}'", "“{}”")).format(words[i])
        text = " ".join(words)
    return [Piece(capitalised(bank, rng, text).rstrip("."), "title")]


def capitalised(bank: Bank, rng: random.Random, text: str) -> str:
    """The text as it is or, less often, with capitals on its words."""
    if chance(rng, 0.6):
        return text
    words, minor = text.split(), bank.words["minor-words"]
    return " ".join(
        word if i and word.lower() in minor else word[:1].upper() + word[1:]
        for i, word in enumerate(words)
    )


def container(bank: Bank, rng: random.Random, _: str) -> list[Piece]:
    """The title of a book that contains the work."""
    return [Piece(capitalised(bank, rng, bank.text(rng, "container")), "container-title")]


def journal(bank: Bank, rng: random.Random, _: str) -> list[Piece]:
    """A journal."""
    text = bank.text(rng, "german-journals" if chance(rng, 0.1) else "journal")
    if chance(rng, 0.1) and not text.startswith("The "):
        text = "The " + text
    return [Piece(capitalised(bank, rng, text).rstrip("."), "container-title")]


def newspaper(bank: Bank, rng: random.Random, _: str) -> list[Piece]:
    """A newspaper, known or made up."""
    if chance(rng, 0.3):
        return [Piece(bank.text(rng, "newspapers"), "container-title")]
    head = bank.text(rng, rng.choice(("newspaper-places", "cities")))
    name = f"{head} {bank.text(rng, 'newspaper-words')}{' Online' if chance(rng, 0.25) else ''}"
    return [Piece(f"The {name}" if chance(rng, 0.25) else name, "container-title")]


def site(bank: Bank, rng: random.Random, _: str) -> list[Piece]:
    """A web site."""
    kinds = ("organisations", "newspaper-places", "organisation-subjects")
    head = organisation(bank, rng) if chance(rng, 0.3) else bank.text(rng, rng.choice(kinds))
    return [Piece(f"{head} {bank.text(rng, 'sites')}", "container-title")]


def case(bank: Bank, rng: random.Random, _: str) -> list[Piece]:
    """A case at law."""
    name = bank.text(rng, "family")
    party = rng.choice((name, "R", "R.", organisation(bank, rng), f"{name} Ltd"))
    against = rng.choice(("v", "v.", "v.", "vs."))
    return [Piece(f"{party} {against} {bank.text(rng, 'family')}", "title")]


def act(bank: Bank, rng: random.Random, _: str) -> list[Piece]:
    """A statute."""
    subject = bank.text(rng, "organisation-subjects").removeprefix("the ")
    kind = rng.choice((" Act", " (Amendment) Act", " Reform Act", " Code"))
    return [Piece(subject + kind, "title")]
