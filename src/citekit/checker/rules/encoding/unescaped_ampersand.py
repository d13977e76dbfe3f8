r"""An `&` without a backslash in text.

LaTeX takes it for the mark between the columns of a table and stops: "Misplaced alignment tab".

    journal = {Science & Technology},

Write `\&`.

It is harmless where only pandoc reads the file. Addresses, mathematics and fields that no style
prints are not looked at.
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

_SIGN = re.compile(r"&(?<!\\&)")
_ENTITY = re.compile(r"&(?:amp;)?(?:#x?[0-9A-Fa-f]{1,7}|[A-Za-z][A-Za-z0-9]{1,20});")


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    if not is_printed(field) or "\\begin" in field.value:
        return ()
    found = _SIGN.finditer(_ENTITY.sub(lambda one: "\0" * len(one[0]), prose(field.value)))
    return first_of(
        field, found, lambda _one: "\\&", lambda old, _new: f"has '{old}' without a backslash"
    )


RULE = Rule(
    "ENC012",
    "unescaped-ampersand",
    __doc__,
    Severity.ERROR,
    FieldCheck(_check, pattern=_SIGN),
    fixability=Fixability.SAFE,
)
