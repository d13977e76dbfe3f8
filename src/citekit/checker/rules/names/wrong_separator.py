"""Names joined by a semicolon, "&", "/", "with" or the "and" of another language.

Only "and" joins names: BibTeX and biber take everything else for a part of one name.

    author = {Day, Ann; Lee, Bo}

Write "and" between the names: `author = {Day, Ann and Lee, Bo}`.

It is wrong for a body such as a firm of two partners; put that in braces. Signs other than the
semicolon are found only between whole names of persons.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.names.judging import is_person
from citekit.checker.rules.names.written_names import (
    NAME_FIELDS,
    WrittenName,
    has_odd_names,
    odd_persons,
)
from citekit.formats.bib_values import brace_depths
from citekit.model.diagnostic import Severity
from citekit.text.script import is_cjk

_PATTERN = re.compile(
    r"[;；、，]|&|\s/|/\s|\s(?:with|und|et|y|e|en|og|och|и)\s",
)
_SEMICOLON = re.compile(r"(?<!\s)\s*[;；](?:\s*(?:and|&|\\&)(?=\s))?\s*")
_SIGN = re.compile(
    r"(?<!\s)(?:\s*(?:(?<!\\)&(?!#?\w{1,8};)|\\&)\s*|\s+(?:/|with|und|et|y|e|en|og|och|и)\s+)"
)
_CJK = re.compile(r"(?<!\s)\s*[、，]\s*")
_ENTITY = re.compile(r"&#?\w{1,8}$")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    for name in odd_persons(field):
        separators = _separators(name)
        if not separators:
            continue
        first = separators[0]
        sign = first[0].strip()
        start = name.start + first.start() + len(first[0]) - len(first[0].lstrip())
        yield field.problem(
            f"has names joined by '{sign}': '{name.text}'",
            start=start,
            end=start + len(sign),
            hint=f"Write 'and' for '{sign}', or put the name of a body in braces.",
            fix=_fix(field, name, separators) if field.is_literal else None,
        )


def _fix(field: Field, name: WrittenName, separators: list[re.Match[str]]) -> Fix:
    """The fix that writes "and" for each of ``separators``."""
    edits = tuple(
        field.edit(name.start + one.start(), name.start + one.end(), " and ") for one in separators
    )
    return Fix("Write 'and' between the names", edits, is_safe=False)


def _separators(name: WrittenName) -> list[re.Match[str]]:
    """What stands for "and" in ``name``, outside braces."""
    text = name.text
    if not _PATTERN.search(text):
        return []
    found = [
        one
        for one in _SEMICOLON.finditer(text)
        if one.end() < len(text)
        and not (text[one.start()] == ";" and _ENTITY.search(text, 0, one.start()))
        and not text[: one.start()].endswith("\\")
    ]
    if not found:
        signs = list(_SIGN.finditer(text))
        places = [0, *[place for one in signs for place in one.span()], len(text)]
        pieces = [text[a:b] for a, b in zip(places[::2], places[1::2], strict=True)]
        found = signs if len(pieces) > 1 and all(is_person(one) for one in pieces) else []
    if not found and is_cjk(text):
        found = list(_CJK.finditer(text))
    depths = brace_depths(text) if "{" in text and found else []
    return [one for one in found if not depths or not depths[one.start()]]


RULE = Rule(
    "NAM006",
    "wrong-name-separator",
    __doc__,
    Severity.ERROR,
    FieldCheck(_check, NAME_FIELDS, gate=has_odd_names),
    fixability=Fixability.UNSAFE,
)
