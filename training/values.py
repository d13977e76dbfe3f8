"""The values that templates ask for, by the name they ask with."""

import random
from collections.abc import Callable, Mapping

from bank import Bank
from chance import chance
from dates import dated
from imprint import organisation, place, place_and_publisher, publisher
from numbering import chapter_number, edition, issue, number, page, volume, volume_and_issue
from people import editor_mark, people
from piece import Piece
from titles import act, case, container, journal, newspaper, site, title
from web import accessed, doi, url

Value = Callable[[Bank, random.Random, str], list[Piece]]


def _text(kind: str, label: str) -> Value:
    """A value that is just a text of a kind."""
    return lambda bank, rng, _: [Piece(bank.text(rng, kind), label)]


def _author(bank: Bank, rng: random.Random, form: str) -> list[Piece]:
    if form == "unknown":
        return [Piece(bank.text(rng, "no-authors"))]
    if form == "org" or (form in {"direct", "inverted", "invinitials"} and chance(rng, 0.05)):
        return [Piece(organisation(bank, rng), "author")]
    return people(bank, rng, "author", form)


VALUES: Mapping[str, Value] = {
    "accessed": accessed,
    "act": act,
    "affiliation": _text("affiliations", ""),
    "author": _author,
    "case": case,
    "chapternumber": chapter_number,
    "city": _text("cities", "publisher-place"),
    "container": container,
    "database": _text("databases", "archive"),
    "date": dated,
    "doi": doi,
    "ed": editor_mark,
    "edition": edition,
    "editor": lambda bank, rng, form: people(bank, rng, "editor", form),
    "genre": lambda bank, rng, form: [Piece(bank.text(rng, form), "genre")],
    "issue": issue,
    "journal": journal,
    "lawjournal": _text("law-journals", "container-title"),
    "lawreports": _text("law-reports", "container-title"),
    "magazine": _text("magazines", "container-title"),
    "newspaper": newspaper,
    "number": number,
    "page": page,
    "place": place,
    "placepub": place_and_publisher,
    "publisher": publisher,
    "series": _text("series", "collection-title"),
    "site": site,
    "title": title,
    "translator": lambda bank, rng, form: people(bank, rng, "translator", form),
    "url": url,
    "volissue": volume_and_issue,
    "volume": volume,
    "year": lambda bank, rng, _: dated(bank, rng, "year"),
}
