"""An ISBN without hyphens.

The hyphens part the country or language, the house, the book and the check digit, and make the
number easy to read and to compare. Most style guides print them.

    isbn = {9780306406157}

Copy them from the book: `isbn = {978-0-306-40615-7}`. How long the groups are is in the ranges
that the International ISBN Agency publishes, so that nothing is mended here.

It is harmless: programs compare the digits alone.
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
        if one.written.isalnum() and is_valid_isbn(one.digits):
            yield field.problem(
                f"'{one.written}' has no hyphens",
                start=one.start,
                end=one.end,
                hint="Copy them from the book.",
            )


RULE = Rule(
    "IDN058",
    "isbn-without-hyphens",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"isbn"})),
    is_default=False,
)
