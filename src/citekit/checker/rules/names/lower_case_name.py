"""A name all in small letters.

BibTeX takes words in small letters for particles, so that such a name is sorted and shortened
wrongly.

    author = {day, ann b.}

Write it with capitals: `author = {Day, Ann B.}`.

It is wrong for persons who write themselves so; put the name in braces: `{ann day}`.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.names.judging import is_body
from citekit.checker.rules.names.rewritten import rewritten
from citekit.checker.rules.names.written_names import NAME_FIELDS, has_odd_names, odd_persons
from citekit.fields.name_words import is_particle
from citekit.model.diagnostic import Severity

_LETTERS = re.compile(r"[^\W\d_]")
_WORDS = re.compile(r"\S+")
_STARTS = re.compile(r"(?<![^\W\d_'’])[^\W\d_](?=[\w.'’-]|$)")
_TWO = 2


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    for name in odd_persons(field):
        text = name.text
        if not text.islower() or "\\" in text or "{" in text or text.endswith("al."):
            continue
        words = text.replace(",", " ").split()
        if len(words) < _TWO or is_body(name) or any("@" in word for word in words):
            continue
        if _LETTERS.search(text):
            better = _WORDS.sub(_capitalised, text)
            if not better.islower():
                yield rewritten(field, name, f"has a name in small letters: '{text}'", better)


def _capitalised(match: re.Match[str]) -> str:
    word = match[0]
    return word if is_particle(word.strip(",")) else _STARTS.sub(_capital, word)


def _capital(match: re.Match[str]) -> str:
    return match[0].upper()


RULE = Rule(
    "NAM009",
    "name-in-lower-case",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, NAME_FIELDS, gate=has_odd_names),
    fixability=Fixability.UNSAFE,
)
