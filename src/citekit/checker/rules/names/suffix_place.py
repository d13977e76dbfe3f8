"""A suffix such as "Jr." where BibTeX takes it for another part of the name.

The suffix stands in the middle: "Family, Suffix, Given". At the end of "Fox, Cy, Jr." it is the
given name, at the end of "Cy Fox Jr." the family name.

    author = {Fox, Cy, Jr.}

Write `author = {Fox, Jr., Cy}`.

It is wrong in no case we know of.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.names.judging import is_body
from citekit.checker.rules.names.rewritten import rewritten
from citekit.checker.rules.names.written_names import (
    NAME_FIELDS,
    WrittenName,
    has_odd_names,
    odd_persons,
)
from citekit.fields.name_words import is_particle, is_suffix
from citekit.model.diagnostic import Severity

_PATTERN = re.compile(r"\b(?:[Jj][Rr]|[Ss][Rr]|JR|SR|I{2,3}|IV|Junior|Senior)\b\.?$")
_SUFFIX = re.compile(r"(?:Jr|Sr|JR|SR|jr|sr)\.?|II|III|IV|Junior|Senior")
_TWO, _THREE = 2, 3


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    for name in odd_persons(field):
        better = _better(name) if _PATTERN.search(name.text) else ""
        if better:
            yield rewritten(
                field, name, f"has a suffix where no program looks for it: '{name.text}'", better
            )


def _better(name: WrittenName) -> str:
    texts = [part.text for part in name.parts]
    if len(texts) == _THREE and _SUFFIX.fullmatch(texts[2]) and not is_suffix(texts[1]):
        return f"{texts[0]}, {texts[2]}, {texts[1]}"
    words = name.text.split()
    if len(texts) == _TWO and _SUFFIX.fullmatch(texts[1]):
        before = texts[0].split()
        return f"{before[-1]}, {texts[1]}, {' '.join(before[:-1])}" if len(before) > 1 else ""
    if len(texts) > 1 or len(words) < _THREE or not _SUFFIX.fullmatch(words[-1]):
        return ""
    if is_body(name) or any(is_particle(word) for word in words) or "Papa" in words:
        return ""
    return f"{words[-2]}, {words[-1]}, {' '.join(words[:-2])}"


RULE = Rule(
    "NAM027",
    "misplaced-suffix",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, NAME_FIELDS, gate=has_odd_names),
    fixability=Fixability.UNSAFE,
)
