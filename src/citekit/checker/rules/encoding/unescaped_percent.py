r"""A `%` without a backslash in text.

BibTeX and biber pass it on, and LaTeX takes the rest of the line for a comment: the end of the
title is lost, and often the brace that closes it, so that the run stops far away.

    title = {A 50% Solution},

Write `\%`.

It is harmless where only pandoc reads the file. Addresses, mathematics and fields that no style
prints are not looked at, nor is a sign at the end of a line, which is put there to join it to the
next.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.changes import first_of
from citekit.checker.rules.encoding.prose import prose
from citekit.checker.rules.encoding.text_fields import is_printed
from citekit.model.diagnostic import Severity

_SIGN = re.compile(r"%(?<!\\%)(?!\s*\n)")


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    if not is_printed(field):
        return ()
    found = _SIGN.finditer(prose(field.value))
    return first_of(
        field, found, lambda _one: "\\%", lambda old, _new: f"has '{old}' without a backslash"
    )


RULE = Rule(
    "ENC013",
    "unescaped-percent",
    __doc__,
    Severity.ERROR,
    FieldCheck(_check, pattern=_SIGN),
    fixability=Fixability.SAFE,
)
