"""One person whose name is written with accents here and without them there.

The list sorts and numbers the two as two people, and BibLaTeX adds initials to tell them apart.

    author = {Müller, Hans},
    author = {Muller, Hans},

Write the name in one way. The usual one is the most frequent in all files, of equals the one with
the accents. The fix writes it; it is made only on request.

It is wrong for two people whose names differ by no more than that. Names of which the given name
is no more than initials are not compared, since there such people are more likely.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.consistency.people import Person, people_of, same_order
from citekit.checker.rules.consistency.spellings import fields_called
from citekit.model.diagnostic import Severity
from citekit.text.folding import fold

_ACCENTED = re.compile(r"[^\x00-\x7f]|\\[^\s&%$#_{}]")
_PARTS = re.compile(r"[\s.-]+")
_WORD = re.compile(r"[A-Za-z]+")
# Commands that are no accents or letters.
_COMMAND = re.compile(r"\\[A-Za-z]{3,}")
_FULL_GIVEN = 3


class _Name(NamedTuple):
    person: Person
    text: str


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    fields = fields_called(project, "author", "editor")
    groups: dict[str, list[_Name]] = {}
    for field in fields:
        if _ACCENTED.search(field.value):
            _collect(people_of(field, _ACCENTED.search), groups)
    words = {word for key in groups for word in key.partition("|")[0].split()}

    def is_alike(written: str) -> bool:
        return not words.isdisjoint(_WORD.findall(written.lower())) and not _ACCENTED.search(
            written
        )

    for field in fields if words else ():
        if not words.isdisjoint(_WORD.findall(field.value.lower())):
            _collect(people_of(field, is_alike), groups, known_only=True)
    for names in groups.values():
        if len(names) > 1 and any(name.text != names[0].text for name in names):
            yield from _deviating(names)


def _collect(
    people: Iterable[Person], groups: dict[str, list[_Name]], *, known_only: bool = False
) -> None:
    for person in people:
        name = person.name
        longest = max((len(word) for word in _PARTS.split(name.given)), default=0)
        if longest < _FULL_GIVEN or _COMMAND.search(person.written):
            continue
        key = f"{fold(person.family)}|{fold(name.given)}"
        if known_only and key not in groups:
            continue
        groups.setdefault(key, []).append(_Name(person, f"{person.family}|{name.given}"))


def _deviating(names: list[_Name]) -> Iterator[Problem]:
    counts: dict[str, int] = {}
    for name in names:
        letters = _letters(name.text)
        counts[letters] = counts.get(letters, 0) + 1
    if len(counts) == 1:
        return
    usual = max(counts, key=lambda text: (counts[text], not text.isascii()))
    # A dotless i is what is left of an accent on it that was not put together.
    usual = next((text for text in counts if text == usual.replace("ı", "í")), usual)
    model = next(name for name in names if _letters(name.text) == usual)
    for name in names:
        if _letters(name.text) == usual:
            continue
        person, field = name.person, name.person.field
        written = model.person.written
        yield field.problem(
            f"'{person.plain}' is written '{model.person.plain}' elsewhere",
            start=person.start,
            end=person.end,
            hint=f"Write '{written}', or correct the other.",
            fix=field.amendment(
                f"Write '{written}'", person.start, person.end, written, is_safe=False
            )
            if same_order(person, model.person)
            else None,
            related=(model.person.field.related("the usual spelling"),),
        )


def _letters(text: str) -> str:
    """The letters alone, whatever their case: hyphens and points are other rules'."""
    return "".join(sign for sign in text.casefold() if sign.isalpha() or sign == "|")


RULE = Rule(
    "CON007",
    "person-accents",
    __doc__,
    Severity.WARNING,
    ProjectCheck(_check),
    fixability=Fixability.UNSAFE,
)
