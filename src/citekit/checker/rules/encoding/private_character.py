"""A character that Unicode leaves to private use, or assigns to nothing.

It is a sign of the font of one PDF file; everywhere else it is an empty box or nothing.

    title = {Flow of <U+F067> Rays},

Look up what the page shows there and write that.

It is right for nobody else.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.text_fields import is_read
from citekit.model.diagnostic import Severity

_PRIVATE = re.compile(
    "[\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U000fffff\U00100000-\U0010ffff]"
)


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    match = _PRIVATE.search(field.value)
    if match and is_read(field):
        yield field.problem(
            f"has the character U+{ord(match[0]):04X}, which has no meaning",
            start=match.start(),
            end=match.end(),
            hint="Write what the page shows there.",
        )


RULE = Rule(
    "ENC032", "private-character", __doc__, Severity.WARNING, FieldCheck(_check, pattern=_PRIVATE)
)
