"""A no-break or other special blank in Unicode.

It looks like any blank. Searches and comparisons that are not told of it miss the words beside it,
lines do not break there, and old LaTeX stops.

    title = {Literate<U+00A0>Programming},

Write a blank, or `~` where the line must not break. The fix writes a blank.

It is harmless where it was set on purpose, as by French rules in front of `:` and `;`; those are
not found.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.changes import first_of
from citekit.checker.rules.encoding.text_fields import is_read
from citekit.model.diagnostic import Severity

_BLANK = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f]+(?![:;?!»%])(?<!«.)")


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    if not is_read(field):
        return ()
    return first_of(
        field,
        _BLANK.finditer(field.value),
        lambda _one: " ",
        lambda old, _new: f"has the special blank U+{ord(old[0]):04X}",
    )


RULE = Rule(
    "ENC023",
    "no-break-space",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, pattern=_BLANK),
    is_default=False,
    fixability=Fixability.SAFE,
)
