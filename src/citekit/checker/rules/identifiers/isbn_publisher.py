"""An ISBN that belongs to another publisher than the one named.

The digits after the first three tell the house: those of Cambridge begin with 0-521. An ISBN of
one house and the name of another mean that one of them is of another edition, or of another book.

    publisher = {Oxford University Press}, isbn = {978-0-521-83378-3}

Look the edition up, and correct the publisher or the number.

It is wrong where one house took over the books of another, or two published a book together. Only
some twenty large houses are known.
"""

from collections.abc import Iterator
from functools import cache

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.identifiers.isbns import numbers_in
from citekit.fields.check_digits import is_valid_isbn, isbn13_of
from citekit.model.diagnostic import Severity
from citekit.text.data import load_mapping, load_table

_BOOKLAND = "978"
_LENGTH = 13


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    publisher = field.entry.get("publisher")
    if publisher is None:
        return
    named = _named(publisher.plain.casefold())
    if not named:
        return
    for one in numbers_in(field.value):
        digits = one.digits if len(one.digits) == _LENGTH else isbn13_of(one.digits)
        owner = _owner(digits.removeprefix(_BOOKLAND)) if is_valid_isbn(digits) else ""
        if owner and owner not in named:
            words = _houses()[owner][0].title()
            yield field.problem(
                f"'{one.written}' is a number of {words}, not of '{publisher.plain}'",
                start=one.start,
                end=one.end,
                hint="Look the edition up, and correct 'publisher' or 'isbn'.",
                related=(publisher.related("the publisher"),),
            )


@cache
def _houses() -> dict[str, tuple[str, ...]]:
    table = load_table(__package__, "identifiers")["houses"]
    return {k: tuple(v) for k, v in table.items()} if isinstance(table, dict) else {}


def _named(publisher: str) -> frozenset[str]:
    """The houses that ``publisher`` names, in lower case."""
    found = {house for house, words in _houses().items() if any(one in publisher for one in words)}
    return frozenset(found)


def _owner(digits: str) -> str:
    """The house whose number begins ``digits``, empty if none is known."""
    prefixes = load_mapping(__package__, "identifiers", "isbn")
    return next((prefixes[digits[:n]] for n in range(6, 2, -1) if digits[:n] in prefixes), "")


RULE = Rule(
    "IDN013",
    "isbn-of-other-publisher",
    __doc__,
    Severity.INFO,
    FieldCheck(_check, frozenset({"isbn"})),
    is_default=False,
)
