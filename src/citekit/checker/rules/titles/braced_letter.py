"""Braces round a part of a word.

`{B}ayesian` keeps the capital, but TeX sets no kerning and no hyphen at the brace.

    title = {A {B}ayesian Model},

Put the whole word in braces: `{Bayesian}`.

It is harmless on paper where nobody looks closely.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.changes import first_of
from citekit.checker.rules.encoding.prose import prose
from citekit.checker.rules.encoding.text_fields import TITLES
from citekit.model.diagnostic import Severity

_PART = re.compile(r"(?<![\w{}\\])\{([^\W\d_]{1,3})\}([^\W\d_]+)(?![\w{}\\])")


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    return first_of(
        field,
        _PART.finditer(prose(field.value)),
        lambda one: f"{{{one[1]}{one[2]}}}",
        lambda old, _new: f"has braces round a part of a word: '{old}'",
    )


RULE = Rule(
    "TIT026",
    "braced-letter",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, TITLES, _PART),
    is_default=False,
    fixability=Fixability.SAFE,
)
