"""The character that stands for one that was lost, U+FFFD.

A program that cannot read a byte writes this sign in its place; the letter is gone.

    author = {G�del, Kurt},

Look the letter up and write it again.

It is right only in a work about the sign itself.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.changes import word_at
from citekit.checker.rules.encoding.text_fields import is_read
from citekit.model.diagnostic import Severity

_LOST = re.compile("\ufffd+")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    match = _LOST.search(field.value)
    if match and is_read(field):
        yield field.problem(
            f"has lost a letter in '{word_at(field.value, *match.span())}'",
            start=match.start(),
            end=match.end(),
            hint="Write the letter in the place of '\ufffd'.",
        )


RULE = Rule(
    "ENC004",
    "replacement-character",
    __doc__,
    Severity.ERROR,
    FieldCheck(_check, pattern=_LOST, needs=("\ufffd",)),
)
