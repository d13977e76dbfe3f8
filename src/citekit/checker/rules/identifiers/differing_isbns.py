"""Two ISBNs in one field that are not of one book.

An ISBN of 10 digits and one of 13 for the same edition differ only in the first three and the last
digit. Where they do not match, they are of two editions, or of two works.

    isbn = {0-306-40615-2, 978-0-521-83378-3}

Keep the one of the edition that was used.

It is harmless where a hardback and a paperback are meant to be listed together.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.identifiers.isbns import numbers_in
from citekit.fields.check_digits import is_valid_isbn, isbn13_of
from citekit.model.diagnostic import Severity

_PAIR = 2


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    numbers = [one for one in numbers_in(field.value) if is_valid_isbn(one.digits)]
    known = {isbn13_of(one.digits) or one.digits for one in numbers}
    if len(known) >= _PAIR:
        yield field.problem(
            f"'{field.value.strip()}' has the numbers of {len(known)} editions",
            hint="Keep the one of the edition that was used.",
        )


RULE = Rule(
    "IDN047",
    "differing-isbns",
    __doc__,
    Severity.INFO,
    FieldCheck(_check, frozenset({"isbn"}), re.compile(r"\d[\s,;/()]+\D*\d{1,5}[\d-]")),
    is_default=False,
)
