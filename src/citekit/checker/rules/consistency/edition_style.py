"""An edition that is written in another way than most: `2`, `2nd`, `Second`.

    edition = {2nd},
    edition = {Third},

The list prints both forms. The fix writes the edition as most are written, of equally frequent ways
as the first. What is no plain number ("revised") is let alone.

It is harmless for BibLaTeX styles, which print ordinals of plain numbers only.

Options: `share`, how many per cent must be written one way to be the usual one (50).
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.consistency.conventions import deviating
from citekit.fields.numbers import parse_ordinal
from citekit.model.diagnostic import Severity

_NUMBER, _ORDINAL, _WORD = "a number", "an ordinal in digits", "a word"
_ENGLISH_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)", re.IGNORECASE)
_WORDS = (
    "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth",
    "Eleventh", "Twelfth",
)  # fmt: skip
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)


def _way(value: str) -> str:
    if value.isascii() and value.isdigit():
        return _NUMBER
    if _ENGLISH_ORDINAL.fullmatch(value):
        return _ORDINAL
    return _WORD if value.capitalize() in _WORDS else ""


def _written(number: int, way: str) -> str:
    """The edition written in that way; empty if it has no word."""
    if way == _NUMBER:
        return str(number)
    if way == _WORD:
        return _WORDS[number - 1] if 0 < number <= len(_WORDS) else ""
    return f"{number}{'th' if number % 100 in _TEENS else _ENDINGS.get(number % 10, 'th')}"


def _check(file: BibFile, options: RuleOptions) -> Iterator[Problem]:
    ways: list[tuple[Field, str]] = []
    for entry in file.entries:
        field = entry.get("edition")
        way = _way(field.value.strip()) if field else ""
        if field and way:
            ways.append((field, way))
    for field, way, usual in deviating(ways, options.number("share")):
        number = parse_ordinal(field.value.strip().lower())
        wanted = _written(number, usual.usual) if number else ""
        if wanted:
            yield field.problem(
                f"'{field.value.strip()}' is {way}, unlike {usual.share} with {usual.usual}",
                hint=f"Write '{wanted}'.",
                fix=field.rewriting(f"Write '{wanted}'", f"{{{wanted}}}"),
            )


RULE = Rule(
    "CON013",
    "edition-style-mixed",
    __doc__,
    Severity.STYLE,
    FileCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
    options={"share": 50},
)
