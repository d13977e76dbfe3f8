r"""A `$` without a partner.

It begins mathematics that nothing ends: LaTeX sets the rest of the entry in italics without blanks,
or stops.

    title = {The $O(n) Bound},

Write the second one, or `\$` for the sign of a currency. The fix does the latter, on request, where
a sum stands behind the only one.

It is harmless where only pandoc reads the file. Fields that no style prints are not looked at.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.prose import prose
from citekit.checker.rules.encoding.text_fields import is_printed
from citekit.model.diagnostic import Severity

_SIGN = re.compile(r"\$(?<!\\\$)")
_DOLLAR = re.compile(r"\\.|(\$)", re.DOTALL)
_SUM = re.compile(r"\$\s?\d[\d.,]*(?!\s*[\^_\d\\+=])")


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    value = field.value
    if not is_printed(field) or "$" not in value:
        return
    start = next((one.start() for one in _DOLLAR.finditer(prose(value)) if one[1]), -1)
    if start < 0:
        return
    is_sum = _SUM.match(value, start) is not None
    fix = field.amendment("Write '\\$'", start, start + 1, "\\$", is_safe=False) if is_sum else None
    yield field.problem(
        "has an odd number of '$'",
        start=start,
        end=start + 1,
        hint="Write the '$' that is missing, or '\\$' for the sign of a currency.",
        fix=fix,
    )


RULE = Rule(
    "ENC015",
    "odd-dollars",
    __doc__,
    Severity.ERROR,
    FieldCheck(_check, pattern=_SIGN),
    fixability=Fixability.UNSAFE,
)
