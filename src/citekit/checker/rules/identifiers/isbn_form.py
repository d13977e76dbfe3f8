"""An `isbn` that has not 10 or 13 digits.

ISBNs have 10 digits, since 2007 they have 13 and begin with 978 or 979. Anything else is a number
of another kind, or has lost or gained a digit.

    isbn = {978-0-306-4061}

Compare the number with the book. The nine digits of a number of before 1970 get a `0` in front,
which is what the fix does.

It is wrong in no case we know of. That the digits fit together is another rule's, `isbn-check-
digit`.
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.identifiers.isbns import numbers_in
from citekit.fields.check_digits import is_valid_isbn, is_valid_issn
from citekit.model.diagnostic import Severity

_SBN = 9
_LENGTHS = frozenset({10, 13})


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    value = field.value
    if not value.strip() or "\\" in value:
        return
    numbers = numbers_in(value)
    if not numbers:
        hint = "Write the ISBN, or leave the field out."
        yield field.problem(f"'{value.strip()}' is no ISBN", hint=hint)
    for one in numbers:
        count = len(one.digits)
        is_short = count == min(_LENGTHS) and "X" not in one.digits[:-1]
        is_long = count == max(_LENGTHS) and one.digits.isdecimal()
        if is_short or (is_long and one.digits.startswith(("978", "979"))):
            continue
        fix = None
        hint = "Compare it with the number in the book: 10 digits, or 13 from 978 or 979 on."
        if is_valid_issn(one.digits):
            hint = "It is an ISSN; call the field 'issn'."
            if len(numbers) == 1 and field.entry.get("issn") is None:
                fix = field.renaming("issn")
        elif count == _SBN and is_valid_isbn(f"0{one.digits}"):
            hint = "Write a '0' in front."
            fix = field.amendment(hint.rstrip("."), one.start, one.start, "0")
        yield field.problem(
            f"'{one.written}' has not the form of an ISBN",
            start=one.start,
            end=one.end,
            hint=hint,
            fix=fix,
        )


RULE = Rule(
    "IDN011",
    "malformed-isbn",
    __doc__,
    Severity.ERROR,
    FieldCheck(_check, frozenset({"isbn"})),
    fixability=Fixability.SAFE,
)
