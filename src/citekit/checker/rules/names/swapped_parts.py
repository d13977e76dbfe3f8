"""Initials before the comma of a name, and a word after it.

The family name stands before the comma: "A. B., Day" is a person of the family name "A. B.".

    author = {A. B., Day}

Write `author = {Day, A. B.}`.

It is wrong for family names of one letter with a full stop, which are rare.
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.names.rewritten import rewritten
from citekit.checker.rules.names.written_names import NAME_FIELDS, has_odd_names, odd_persons
from citekit.fields.name_words import is_dotted_initial, is_suffix
from citekit.model.diagnostic import Severity

_TWO = 2
_SHORTEST = 3


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    for name in odd_persons(field):
        if len(name.parts) != _TWO:
            continue
        first, second = name.parts[0].text, name.parts[1].text
        words = first.split()
        if not words or not all(is_dotted_initial(word) for word in words) or is_suffix(second):
            continue
        if len(second) >= _SHORTEST and second.replace("-", "").isalpha() and second[0].isupper():
            yield rewritten(
                field,
                name,
                f"has initials where the family name stands: '{name.text}'",
                f"{second}, {first}",
            )


RULE = Rule(
    "NAM030",
    "initials-before-comma",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, NAME_FIELDS, gate=has_odd_names),
    fixability=Fixability.UNSAFE,
)
