r"""An odd number of `#` in a value, which JabRef cannot read.

JabRef takes `#name#` within a value for the name of a string. A single `#` has no partner: JabRef
refuses to save the entry.

    title = {Programming in C#},

Write `\#`, which LaTeX wants anyway; the fix does where there is but one.

It is harmless where nobody opens the file in JabRef. Addresses and files, in which `#` stands for
itself, are not meant.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.formats.bib_tidy.tables import fields_called
from citekit.model.diagnostic import Severity

_SIGN = re.compile(r"(?<!\\)#")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    if not field.is_literal or field.name in fields_called("verbatim"):
        return
    signs = [match.start() for match in _SIGN.finditer(field.value)]
    if len(signs) % 2:
        start = signs[-1]
        fix = None
        if len(signs) == 1:
            value = f"{field.value[:start]}\\#{field.value[start + 1 :]}"
            fix = field.replacement("Write '\\#'", value)
        yield field.problem(
            "has an odd number of '#'", start=start, end=start + 1, hint="Write '\\#'.", fix=fix
        )


RULE = Rule(
    "SYN022",
    "odd-number-signs",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, pattern=_SIGN),
    is_default=False,
    fixability=Fixability.SAFE,
)
