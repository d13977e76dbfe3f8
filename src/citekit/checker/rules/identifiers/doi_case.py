"""A DOI with capitals.

The case of letters does not count in DOIs; small letters throughout make equal ones look equal,
and are what Crossref asks for.

    doi = {10.1016/J.CELL.2011.02.013}

Write small letters: `doi = {10.1016/j.cell.2011.02.013}`.

It is harmless: both lead to the work.
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.identifiers.dois import SYNTAX
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    value = field.value
    small = value.lower()
    if small != value and SYNTAX.fullmatch(value) and "\\" not in value:
        yield field.problem(
            f"'{value}' has capitals",
            hint=f"Write '{small}'.",
            fix=field.replacement("Write it in small letters", small),
        )


RULE = Rule(
    "IDN050",
    "doi-in-capitals",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"doi"})),
    is_default=False,
    fixability=Fixability.SAFE,
)
