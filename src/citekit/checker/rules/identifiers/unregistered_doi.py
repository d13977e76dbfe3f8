"""A `doi` that begins with `10.5555`, which is registered nowhere.

The ACM Digital Library and others give works without a DOI a number under this prefix, which is
meant for tests. The number leads to the work only at the library itself; `https://doi.org` knows
nothing of it.

    doi = {10.5555/1074100.1074260}

Give the address at the library: `url = {https://dl.acm.org/doi/10.5555/1074100.1074260}`.

It is wrong in no case we know of; where there is a `url` already the fix takes the `doi` out.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.identifiers.dois import bare_doi
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    doi = bare_doi(field.value)
    if not doi.startswith("10.5555/") or not field.is_literal:
        return
    address = f"https://dl.acm.org/doi/{doi}"
    if field.entry.get("url") is None:
        renaming = field.renaming("url")
        edit = field.edit(0, len(field.value), address)
        fix = Fix("Make it an address of the ACM's library", (*renaming.edits, edit))
    else:
        fix = field.removal()
    yield field.problem(
        f"'{doi}' is not registered as a DOI", hint=f"Write 'url = {{{address}}}'.", fix=fix
    )


RULE = Rule(
    "IDN005",
    "unregistered-doi",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"doi"}), re.compile(r"10\.5555/")),
    fixability=Fixability.SAFE,
)
