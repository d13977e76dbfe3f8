"""A `doi` with the letters "doi:" before it.

Styles print the letters or the address themselves, and a link made of both is dead.

    doi = {doi:10.1093/comjnl/27.2.97}

Write the DOI alone: `doi = {10.1093/comjnl/27.2.97}`.

It is wrong in no case we know of.
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.identifiers.dois import PREFIX
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    match = PREFIX.match(field.value)
    if match:
        yield field.problem(
            f"has '{match[0].strip()}' before the DOI",
            end=match.end(),
            hint=f"Write '{field.value[match.end() :].strip()}'.",
            fix=field.amendment(f"Remove '{match[0].strip()}'", 0, match.end()),
        )


RULE = Rule(
    "IDN003",
    "prefix-in-doi",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"doi"})),
    fixability=Fixability.SAFE,
)
