"""A question mark in the midst of a name, where a letter was lost.

A program that wrote an encoding without the letter put `?` in its place.

    author = {G?del, Kurt},

Look the letter up and write it again.

It is right for nobody's name.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.changes import word_at
from citekit.checker.rules.encoding.text_fields import NAMES
from citekit.model.diagnostic import Severity

_LOST = re.compile(r"[^\W\d_]\?+[a-zà-öø-ÿ]")


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    match = _LOST.search(field.value)
    if match:
        yield field.problem(
            f"has lost a letter in '{word_at(field.value, *match.span())}'",
            start=match.start() + 1,
            end=match.end() - 1,
            hint="Write the letter in the place of '?'.",
        )


RULE = Rule(
    "ENC022",
    "lost-letter",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, NAMES, re.compile(r"\?[a-zà-öø-ÿ]")),
)
