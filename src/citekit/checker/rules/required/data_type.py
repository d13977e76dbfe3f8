"""A value of another type than the field has in BibLaTeX's data model.

Some fields are for the program, not for print: a count of volumes is a whole number, `related` a
list of keys parted by commas, `gender` and `pagination` one word of a few. With anything
else the field is ignored, or printed as it stands.

    volumes = {four}
    related = {alder2001 and quill2003}
    pagination = {pp.}

Write what the field holds: `volumes = {4}`, `related = {alder2001,quill2003}`, `pagination =
{page}`. The fix parts keys with commas and writes numbers in digits.

It is wrong where you have given your style further words: name them. Dates, pages and identifiers
have rules of their own; files for BibTeX are let alone.

Options: `words`, further words that fields of words may hold (none).
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.dialects import BIBLATEX
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.required.models import table, words_of
from citekit.fields.numbers import roman_to_int
from citekit.model.diagnostic import Severity

_INTEGER = re.compile(r"-?\d+")
# Styles add roles of their own, but give them names of this form.
_WORD = re.compile(r"[^\W\d_A-Z]+")
_BETWEEN_KEYS = re.compile(r"\s+and\s+|\s*;\s*|(?<![\s,])\s+(?![\s,])")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def _check(field: Field, options: RuleOptions) -> Iterator[Problem]:
    value = field.value.strip()
    if not value or field.entry.file.dialect != BIBLATEX:
        return
    kind = words_of("types").get(field.name)
    if kind == "integer":
        if not _INTEGER.fullmatch(value):
            yield _problem(field, value, "is no whole number", _in_digits(value))
    elif kind == "keys":
        if _BETWEEN_KEYS.search(value):
            better = _BETWEEN_KEYS.sub(",", value)
            yield _problem(field, value, "is no list of keys parted by commas", better)
    else:
        allowed = table("words")[field.name].split()
        better = _nearest_word(value, allowed)
        if field.name == "editortype" and not better and _WORD.fullmatch(value):
            return
        if value not in allowed and value not in options.words("words"):
            yield _problem(field, value, "is none of its words", better, ", ".join(allowed))


def _problem(field: Field, value: str, message: str, better: str, words: str = "") -> Problem:
    hint = f"Write '{better}'." if better else "Write what the field holds."
    if words and not better:
        hint = f"Write one of: {words}."
    fix = field.replacement(f"Write '{better}'", better) if better else None
    return field.problem(f"'{value}' {message}", hint=hint, fix=fix)


def _in_digits(value: str) -> str:
    lower = value.lower()
    if lower in _NUMBERS:
        return str(_NUMBERS.index(lower) + 1)
    found = re.match(r"(\d{1,4})\s*(?:vols?\.?|volumes?)$", lower)
    number = roman_to_int(value)
    return found[1] if found else str(number or "")


def _nearest_word(value: str, allowed: list[str]) -> str:
    lower = value.lower()
    return next((word for word in allowed if lower in {word, f"{word}s", word[:-1]}), "")


RULE = Rule(
    "REQ005",
    "wrong-data-type",
    __doc__,
    Severity.WARNING,
    FieldCheck(
        _check,
        frozenset(
            {
                "volumes", "endday", "endmonth", "related", "entryset", "xdata", "ids",
                "gender", "pagination", "bookpagination", "editortype",
            }
        ),
    ),
    fixability=Fixability.SAFE,
    options={"words": ()},
)  # fmt: skip
