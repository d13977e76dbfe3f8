"""A `url` that is only the DOI as an address.

Styles make that address from `doi`; with both, the same link is printed twice.

    doi = {10.1093/comjnl/27.2.97}, url = {https://doi.org/10.1093/comjnl/27.2.97}

Leave `url` out.

It is harmless with styles that print but one of them, and needed by those that know no `doi`.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.identifiers.dois import bare_doi, doi_of_address
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    doi = field.entry.get("doi")
    if doi is None:
        return
    same = doi_of_address(field.value).lower()
    if same and same == bare_doi(doi.value).lower():
        yield field.problem(
            f"'{field.value.strip()}' says what 'doi' says",
            hint="Leave 'url' out.",
            fix=field.removal(),
            related=(doi.related("the DOI"),),
        )


RULE = Rule(
    "IDN024",
    "url-repeats-doi",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"url"}), re.compile("doi", re.IGNORECASE)),
    is_default=False,
    fixability=Fixability.SAFE,
)
