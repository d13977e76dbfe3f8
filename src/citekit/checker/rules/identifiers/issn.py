"""An `issn` that is no ISSN.

An ISSN has eight digits, in two groups of four; the last one, which may be an `X`, follows from
the others. Where it does not fit, a digit is mistyped.

    issn = {0010-4621}

Compare the number with the journal, or look it up in the ISSN Portal.

It is wrong where a journal prints a faulty number.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.fields.check_digits import is_valid_isbn, is_valid_issn
from citekit.model.diagnostic import Severity

_NUMBER = re.compile(r"[\dXx][\dXx\s‐‑‒–-]{2,}[\dXx]|\S+")
_DASHES = re.compile(r"[\s‐‑‒–-]")
_ISBN_LENGTHS = frozenset({10, 13})
_LENGTH = 8


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    value = field.value
    if is_valid_issn(value) or not value.strip() or "\\" in value:
        return
    has_any = False
    for match in _NUMBER.finditer(value):
        digits = _DASHES.sub("", match[0]).strip(",;.()").upper()
        if not any(sign.isdecimal() for sign in digits):
            continue
        has_any = True
        numbers = [digits[n : n + _LENGTH] for n in range(0, len(digits), _LENGTH)]
        if all(is_valid_issn(one) for one in numbers):
            continue
        is_long = len(digits) == _LENGTH
        what = "has a wrong check digit" if is_long else "has not the eight digits of an ISSN"
        is_isbn = len(digits) in _ISBN_LENGTHS and is_valid_isbn(digits)
        yield field.problem(
            f"'{match[0]}' {what}",
            start=match.start(),
            end=match.end(),
            hint="It is an ISBN; call the field 'isbn'."
            if is_isbn
            else "Compare its digits with those in the journal or in the ISSN Portal.",
            fix=field.renaming("isbn") if is_isbn and not field.entry.get("isbn") else None,
        )
    if not has_any:
        hint = "Write the ISSN, or leave the field out."
        yield field.problem(f"'{value.strip()}' is no ISSN", hint=hint)


RULE = Rule(
    "IDN014",
    "malformed-issn",
    __doc__,
    Severity.ERROR,
    FieldCheck(_check, frozenset({"issn"})),
    fixability=Fixability.SAFE,
)
