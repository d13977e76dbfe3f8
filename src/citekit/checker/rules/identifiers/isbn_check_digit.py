"""An ISBN whose check digit is wrong.

The last digit of an ISBN follows from the others. Where it does not fit, a digit is mistyped or
two are swapped, and no library or shop finds the book.

    isbn = {978-0-306-40615-8}

Compare the number with the book, or look the book up in a library's catalogue.

It is wrong where a book was printed with a faulty number, which happened.
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.identifiers.isbns import numbers_in
from citekit.fields.check_digits import is_valid_isbn
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    for one in numbers_in(field.value):
        if len(one.digits) in {10, 13} and not is_valid_isbn(one.digits):
            if (
                one.digits.startswith("9790")
                or "X" in one.digits[: None if one.digits.startswith("978") else -1]
            ):
                continue
            yield field.problem(
                f"'{one.written}' has a wrong check digit",
                start=one.start,
                end=one.end,
                hint="Compare its digits with those in the book or in a library's catalogue.",
            )


RULE = Rule(
    "IDN010",
    "isbn-check-digit",
    __doc__,
    Severity.ERROR,
    FieldCheck(_check, frozenset({"isbn"})),
)
