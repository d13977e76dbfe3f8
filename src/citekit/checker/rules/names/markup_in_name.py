"""Digits or tags of HTML in the name of a person.

They are left from the marks of affiliations on a page, or from a web site, and are printed.

    author = {Day1, Ann and Lee, <b>Bo</b>}

Leave them out: `author = {Day, Ann and Lee, Bo}`.

It is wrong for pen names with digits and for bodies, which are looked at only where a comma makes
persons of them; put such names in braces.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.names.judging import is_body
from citekit.checker.rules.names.written_names import (
    NAME_FIELDS,
    WrittenName,
    has_odd_names,
    odd_persons,
)
from citekit.model.diagnostic import Severity

_PATTERN = re.compile(r"\d|</?[A-Za-z]")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,80}>")
_DIGITS = re.compile(r"\d{1,4}(?:\s?,\s?\d{1,3})*")
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)\b", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    for name in odd_persons(field):
        if not _PATTERN.search(name.text):
            continue
        match = _TAG.search(name.text) or _digits_of_person(name)
        if match is None:
            continue
        what = "a tag" if match[0][0] == "<" else "digits"
        yield field.problem(
            f"has {what} in a name: '{match[0]}' in '{name.text}'",
            start=name.start + match.start(),
            end=name.start + match.end(),
            hint=f"Remove '{match[0]}', or put the name of a body in braces.",
            fix=field.amendment(
                f"Remove '{match[0]}'",
                name.start + match.start(),
                name.start + match.end(),
                is_safe=False,
            ),
        )


def _digits_of_person(name: WrittenName) -> re.Match[str] | None:
    text = name.text
    if "\\" in text or "$" in text or "@" in text or is_body(name) or _ORDINAL.search(text):
        return None
    match = _DIGITS.search(text)
    if match is None:
        return None
    before = text[: match.start()]
    is_mark = bool(_LETTER.search(before[-1:])) and not _LETTER.search(text[match.end() :][:1])
    return match if len(name.parts) > 1 or (is_mark and " " in before) else None


RULE = Rule(
    "NAM018",
    "digits-in-name",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, NAME_FIELDS, gate=has_odd_names),
    fixability=Fixability.UNSAFE,
)
