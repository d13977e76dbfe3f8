"""Pages, a volume or a number that were never filled in.

`n/a`, `??` or `0--0` is what a database or an editor writes where nothing is known; the style
prints it.

    pages = {n/a}
    pages = {0--0}

Look the number up, or leave the field out.

It is wrong for an issue that counts from zero, so a single `0` is taken for nothing only in
`pages`.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_NOTHING = re.compile(
    r"\s*(?:[-–—?\s.]+|n\.?/?a\.?|none|null|nil|nan|tb[ad]|unknown|(\?+|[xX]{2,}|0+|n/?a)\s*[-–—]+\s*\1)\s*",
    re.IGNORECASE,
)


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    value = field.value
    if not value.strip():
        return
    is_nothing = _NOTHING.fullmatch(value) or (field.name == "pages" and value.strip() == "0")
    if is_nothing:
        yield field.problem(
            f"'{value.strip()}' says nothing",
            hint=f"Look it up, or leave '{field.name}' out.",
            fix=field.removal(),
        )


RULE = Rule(
    "PAG019",
    "placeholder-number",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"pages", "volume", "number", "issue", "edition"})),
    fixability=Fixability.SAFE,
)
