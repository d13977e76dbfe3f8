"""Initials after a family name without a comma, which are then taken for the family name.

PubMed and many journals print names so. BibTeX takes the last word for the family name: in
"Day A B" that is "B".

    author = {Day A B}

Put the comma in: `author = {Day, A. B.}`.

It is wrong for a name that ends in a numeral ("Malcolm X") or an acronym; put that in braces.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.names.rewritten import rewritten
from citekit.checker.rules.names.written_names import NAME_FIELDS, has_odd_names, odd_persons
from citekit.fields.name_words import is_initial, is_particle
from citekit.fields.organisations import is_acronym, is_organisation
from citekit.model.diagnostic import Severity
from citekit.text.data import load_words

_FAMILY = re.compile(r"[^\W\d_](?:[\w'’-]|\{\\?.\{?\w?\}?\}){1,60}")
_MOST = 5


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    for name in odd_persons(field):
        text = name.text
        last = text.rpartition(" ")[2]
        if len(name.parts) > 1 or not is_initial(last) or "\\" in last:
            continue
        words = text.split()
        count = next(
            (place for place, word in enumerate(words) if is_initial(word) and place), len(words)
        )
        if _is_inverted(words, count) and not is_organisation(name.plain):
            message = f"has '{words[-1]}' where the family name stands: '{text}'"
            if count > 1 and not is_particle(words[count - 2]):
                yield field.problem(
                    message, start=name.start, end=name.end, hint="Write 'Family, Given'."
                )
                continue
            family, initials = " ".join(words[:count]), _dotted(words[count:])
            yield rewritten(field, name, message, f"{family}, {initials}")


def _is_inverted(words: list[str], count: int) -> bool:
    """Whether the first ``count`` words are a family name, and initials all that follow."""
    if not 0 < count < len(words) <= _MOST or not all(is_initial(one) for one in words[count:]):
        return False
    family = words[:count]
    if words[-1] in load_words(__package__, "names", "not_initials"):
        return False
    return (
        not any(is_initial(word) for word in family)
        and all(
            (word[:1].isupper() and _FAMILY.fullmatch(word)) or is_particle(word) for word in family
        )
        and not (len(family) == 1 and is_acronym(family[0]))
    )


def _dotted(words: list[str]) -> str:
    """The initials with full stops and blanks."""
    letters = [
        f"{letter}."
        for word in words
        for letter in ([word.rstrip(".")] if "-" in word else word.replace(".", ""))
    ]
    return " ".join(letters)


RULE = Rule(
    "NAM010",
    "initials-taken-for-family-name",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, NAME_FIELDS, gate=has_odd_names),
    fixability=Fixability.UNSAFE,
)
