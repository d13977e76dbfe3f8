"""Reference strings made from real field values poured into the styles of notes and lists."""

import random
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bank import Bank
from chance import chance
from corpus import Example
from damage import damage
from piece import Piece
from values import VALUES

_FIELD = re.compile(r"\{([^}]+)\}|([⟨⟩])")
_QUOTES = (
    *(("“", "”"),) * 8,
    *(("‘", "’"),) * 4,
    *(('"', '"'),) * 4,
    ("'", "'"),
    ("«", "»"),
    ("« ", " »"),
    ("„", "“"),
    ("„", "”"),
    ("", ""),
    ("", ""),
    ("``", "''"),
)
# How often a string has its italics marked, a lead-in before it, a comment after it.
_EMPHASISED, _LED_IN, _COMMENTED = 0.5, 0.1, 0.06


@dataclass(frozen=True, slots=True)
class Style:
    """The choices that hold for one whole string."""

    open: str
    close: str
    comma_inside: bool


def synthesise(bank: Bank, count: int, seed: int) -> list[Example]:
    """``count`` labelled strings; the same for the same bank and seed."""
    rng = random.Random(seed)
    source = Path(__file__).with_name("templates.toml").read_text(encoding="utf-8")
    groups = list(tomllib.loads(source).values())
    weights = [group["weight"] for group in groups]
    made = []
    for number in range(count):
        template = rng.choice(rng.choices(groups, weights)[0]["styles"])
        pieces = _fill(template, bank, rng)
        pieces = _surround(pieces, bank, rng)
        pieces = damage(pieces, rng)
        made.append(_join(pieces, f"synthetic-{number:05}", rng))
    return made


def _fill(template: str, bank: Bank, rng: random.Random) -> list[Piece]:
    open_mark, close_mark = rng.choice(_QUOTES)
    style = Style(open_mark, close_mark, chance(rng, 0.35))
    pieces: list[Piece] = []
    skipping = False
    at = 0
    for match in _FIELD.finditer(template):
        if not skipping:
            pieces.append(Piece(template[at : match.start()]))
        at = match.end()
        if match[2]:
            skipping = match[2] == "⟨" and chance(rng, 0.5)
        elif not skipping:
            pieces += _value(match[1], bank, rng, style)
    pieces.append(Piece(template[at:]))
    return _commas(pieces, style)


def _value(field: str, bank: Bank, rng: random.Random, style: Style) -> list[Piece]:
    """The pieces of one field such as ``q:title`` or ``author:direct``."""
    dress, _, rest = field.partition(":") if field[:2] in {"q:", "i:"} else ("", "", field)
    kind, _, form = rest.partition(":")
    pieces = VALUES[kind](bank, rng, form)
    if dress == "q" and style.open:
        pieces = [Piece(style.open), *pieces, Piece(style.close)]
    if dress == "i":
        pieces = [replace(piece, emphasis=True) for piece in pieces]
    return pieces


def _commas(pieces: list[Piece], style: Style) -> list[Piece]:
    """The American way: the comma after a quotation goes inside it."""
    for i in range(len(pieces) - 1):
        here, after = pieces[i], pieces[i + 1]
        if not here.label and here.text == style.close and style.close and after.text:
            if after.text[0] == "," and style.comma_inside:
                pieces[i] = Piece("," + here.text)
                pieces[i + 1] = replace(after, text=after.text[1:])
            elif after.text[0] == " " and i and pieces[i - 1].text[-1:] not in "?!":
                # A style that ends the title with a full stop inside the quotation.
                pieces[i] = Piece("." + here.text)
    return pieces


def _surround(pieces: list[Piece], bank: Bank, rng: random.Random) -> list[Piece]:
    """Perhaps a lead-in before, a comment after, a number at the head."""
    if chance(rng, _LED_IN):
        lead = rng.choice(bank.words["lead-ins"]).replace(
            "{topic}", rng.choice(bank.words["topics"])
        )
        pieces = [Piece(lead + " "), *pieces]
    elif chance(rng, 0.04):
        number = str(rng.randint(1, 120))
        pieces = [Piece(number, "citation-number"), Piece(rng.choice((". ", " ", ") "))), *pieces]
    if chance(rng, _COMMENTED):
        pieces = [*pieces, Piece(" " + rng.choice(bank.words["comments"]))]
    return pieces


def _join(pieces: Sequence[Piece], name: str, rng: random.Random) -> Example:
    text = ""
    labels: list[tuple[int, int, str]] = []
    italics: list[tuple[int, int]] = []
    for piece in pieces:
        start = len(text)
        text += piece.text
        if piece.label:
            labels.append((start, len(text), piece.label))
        if piece.emphasis and piece.text:
            italics.append((start, len(text)))
    if not chance(rng, _EMPHASISED):
        italics = []
    return Example(name, "synthetic", text, tuple(labels), tuple(_widen(text, italics, rng)))


def _widen(
    text: str, italics: Sequence[tuple[int, int]], rng: random.Random
) -> list[tuple[int, int]]:
    """Italics that sometimes take in the sign after them, as real ones do."""
    return [
        (start, end + (chance(rng, 0.15) and end < len(text) and text[end] in ",.:"))
        for start, end in italics
    ]
