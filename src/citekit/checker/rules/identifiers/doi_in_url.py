"""A `url` that is the DOI as an address, of an entry without `doi`.

Styles have a place and a form for DOIs, and programs compare works by them; in `url` they are
nothing but addresses.

    url = {https://doi.org/10.1093/comjnl/27.2.97}

Call it `doi`, without the address: `doi = {10.1093/comjnl/27.2.97}`.

It is harmless with a style of BibTeX that knows no `doi`, for which the form was made.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.identifiers.dois import doi_of_address
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    doi = doi_of_address(field.value)
    if not doi or field.entry.get("doi") is not None:
        return
    fix = None
    if field.is_literal:
        edits = (*field.renaming("doi").edits, field.edit(0, len(field.value), doi))
        fix = Fix(f"Make it 'doi = {{{doi}}}'", edits)
    yield field.problem(f"is the DOI '{doi}'", hint=f"Write 'doi = {{{doi}}}'.", fix=fix)


RULE = Rule(
    "IDN040",
    "doi-in-url",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"url", "link"}), re.compile(r"doi", re.IGNORECASE)),
    is_default=False,
    fixability=Fixability.SAFE,
)
