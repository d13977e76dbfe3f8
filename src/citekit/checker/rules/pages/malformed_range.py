"""Pages that are meant as a range and are not written as one.

Too many hyphens, a chain of three numbers, dots or a word between two numbers: programs take such a
value for a word and print it as it stands.

    pages = {12----31}
    pages = {12..31}
    pages = {12 to 31}

Write two hyphens between the first and the last page: `pages = {12--31}`.

It is wrong where a publication numbers its pages by chapter with hyphens throughout (`3-1-3-12`);
write two hyphens between such numbers.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.pages.page_ranges import PAGE_FIELDS
from citekit.model.diagnostic import Severity

_WRONG = re.compile(
    r"(?<![\w.:/-])(\d{1,7})\s*(?:-{4,}|-\s+-|\.{2,3}|…|~+|\$?\\sim\$?|\b(?:to|bis|through|à)\b)\s*(\d{1,7})(?![\w:/-])"
)
_CHAIN = re.compile(r"(?<![\w.:/-])(\d{1,7})(--?)(\d{1,7})\2(\d{1,7})(?![\w:/-]|\.\d)")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    for match in _WRONG.finditer(field.value):
        yield field.problem(
            f"'{match[0]}' is not written as a range",
            start=match.start(),
            end=match.end(),
            hint=f"Write '{match[1]}--{match[2]}'.",
            fix=field.amendment("Write '--' between the pages", match.end(1), match.start(2), "--"),
        )
    for match in _CHAIN.finditer(field.value):
        yield field.problem(
            f"'{match[0]}' has three numbers where a range has two",
            start=match.start(),
            end=match.end(),
            hint="Write the first and the last page with '--' between.",
        )


RULE = Rule(
    "PAG009",
    "malformed-page-range",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, PAGE_FIELDS),
    fixability=Fixability.SAFE,
)
