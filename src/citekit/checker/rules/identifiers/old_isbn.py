"""An ISBN of 10 digits where one of 13 is wanted.

Since 2007 all ISBNs have 13 digits; those of 10 have an equal of 13, under which catalogues and
shops know the book today.

    isbn = {0-306-40615-2}

Write the 13 digits: `isbn = {9780306406157}`.

It is harmless: programs know both. Historians of the book keep the number that was printed.
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.identifiers.isbns import numbers_in
from citekit.fields.check_digits import isbn13_of
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    numbers = numbers_in(field.value)
    known = {one.digits for one in numbers}
    for one in numbers:
        modern = isbn13_of(one.digits)
        if not modern or modern in known:
            continue
        dashed = f"978-{one.written[:-1]}{modern[-1]}" if "-" in one.written else modern
        yield field.problem(
            f"'{one.written}' has 10 digits",
            start=one.start,
            end=one.end,
            hint=f"Write '{dashed}'.",
            fix=field.amendment(f"Write '{dashed}'", one.start, one.end, dashed),
        )


RULE = Rule(
    "IDN012",
    "isbn-of-10-digits",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"isbn"})),
    is_default=False,
    fixability=Fixability.SAFE,
)
