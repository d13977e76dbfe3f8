"""Braces or blanks around a year or date within its delimiters.

biber takes `{1984}` in braces for text, not for a number, and programs that read the file as it
stands do not find the year.

    year = {{1984}}

Leave them out: `year = {1984}`.

It is harmless for styles of BibTeX.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_BARE = re.compile(r"[\d/.~?%-]+")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    value = field.value
    if value[:1].isdigit() and value[-1:].isdigit():
        return
    bare = value.strip("{} \t\r\n")
    if bare != value and _BARE.fullmatch(bare):
        yield field.problem(
            f"'{value}' has braces or blanks around the date",
            hint=f"Write '{bare}'.",
            fix=field.replacement(f"Write '{bare}'", bare),
        )


RULE = Rule(
    "DAT015",
    "wrapped-year",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"year", "date", "urldate", "origdate", "eventdate"})),
    is_default=False,
    fixability=Fixability.SAFE,
)
