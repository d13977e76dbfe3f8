"""A `pmcid` without the letters PMC.

The letters are of the identifier: PubMed Central is asked for `PMC2231364`, and the bare number is
that of another work in PubMed.

    pmcid = {2231364}

Write `pmcid = {PMC2231364}`.

It is harmless with styles that add the letters themselves.
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    number = field.value.strip()
    if number.isascii() and number.isdecimal():
        yield field.problem(
            f"'{number}' lacks the letters 'PMC'",
            hint=f"Write 'PMC{number}'.",
            fix=field.replacement("Write 'PMC' in front", f"PMC{number}"),
        )


RULE = Rule(
    "IDN049",
    "pmcid-without-letters",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"pmcid", "pmc"})),
    is_default=False,
    fixability=Fixability.SAFE,
)
