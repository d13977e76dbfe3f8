"""A `doi` with the address of the resolver before it.

Styles put the address there themselves, so that `https://doi.org/https://doi.org/10.…` is printed
and linked; and programs that compare DOIs miss the work.

    doi = {https://doi.org/10.1093/comjnl/27.2.97}

Write the DOI alone: `doi = {10.1093/comjnl/27.2.97}`.

It is harmless with styles that expect the address, of which there are few.
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.identifiers.dois import ADDRESS, bare_doi
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    match = ADDRESS.match(field.value)
    if match and bare_doi(field.value):
        rest = field.value[match.end() :].strip()
        yield field.problem(
            f"has the address '{match[0].strip()}' before the DOI",
            end=match.end(),
            hint=f"Write '{rest}'.",
            fix=field.amendment("Remove the address", 0, match.end()),
        )


RULE = Rule(
    "IDN002",
    "address-in-doi",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"doi"})),
    fixability=Fixability.SAFE,
)
