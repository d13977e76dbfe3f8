"""A name, or a family name, all in capitals.

Databases print names so. No style can make small letters of them, and a style that wants capitals
makes them by itself.

    author = {DAY, ANN B.}

Write it as the person does: `author = {Day, Ann B.}`.

It is wrong for what is no person's name, such as an acronym; put that in braces.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Fix, Problem
from citekit.checker.plain_values import plain_value
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.names.written_names import (
    NAME_FIELDS,
    WrittenName,
    has_odd_names,
    odd_persons,
)
from citekit.fields.name_words import is_bare_initials, is_particle, is_suffix, recased
from citekit.fields.organisations import is_organisation
from citekit.model.diagnostic import Severity

_LETTERS = 4
_CAPITALS = re.compile(r"[^\W\d_]{4}")
_WORDS = re.compile(r"[^\s~{}]+")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    shouted = [
        name for name in odd_persons(field) if _CAPITALS.search(name.text) and _is_shouted(name)
    ]
    if not shouted:
        return
    first = shouted[0]
    count = f"{len(shouted)} names" if len(shouted) > 1 else "a name"
    better = _recased(first)
    yield field.problem(
        f"has {count} in capitals: '{first.text}'",
        start=first.start,
        end=first.end,
        hint=f"Write '{better}'." if better else "Write it as the person does.",
        fix=_fix(field, shouted) if field.is_literal else None,
    )


def _fix(field: Field, names: list[WrittenName]) -> Fix | None:
    """The fix that writes ``names`` with small letters, but for those with LaTeX in them."""
    edits = tuple(
        field.edit(name.start, name.end, better)
        for name in names
        if (better := _recased(name)) not in {"", name.text}
    )
    return Fix("Write names with small letters", edits, is_safe=False) if edits else None


def _recased(name: WrittenName) -> str:
    """``name`` with small letters after the first one of each word; initials stay."""
    if "\\" in name.text or "{" in name.text:
        return ""
    given = name.parts[-1].start - name.start if len(name.parts) > 1 else len(name.text)
    return _WORDS.sub(
        lambda match: _recased_word(match[0], is_given=match.start() >= given), name.text
    )


def _recased_word(word: str, *, is_given: bool) -> str:
    if "." in word or is_suffix(word.strip(",")) or (is_given and is_bare_initials(word)):
        return word
    return recased(word)


def _is_shouted(name: WrittenName) -> bool:
    """Whether the family name is in capitals, and too long for initials or an acronym."""
    plain = plain_value(name.parts[0].text)
    words = [word.strip(",") for word in plain.split()]
    least = _LETTERS
    if len(name.parts) == 1:
        if len(words) == 1 or is_organisation(plain):
            return False
        words, least = words[-1:], _LETTERS + 1
    return any(len(word) >= least for word in words) and all(
        word.isupper() or is_particle(word) for word in words
    )


RULE = Rule(
    "NAM008",
    "name-in-capitals",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, NAME_FIELDS, gate=has_odd_names),
    fixability=Fixability.UNSAFE,
)
