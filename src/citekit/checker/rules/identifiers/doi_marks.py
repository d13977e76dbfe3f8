"""A `doi` with punctuation at its end, or blanks within it.

They came along when the DOI was copied out of a printed list; with them it does not resolve.

    doi = {10.1093/comjnl/27.2.97.}

Leave them out: `doi = {10.1093/comjnl/27.2.97}`.

It is wrong for the very few DOIs that do end in a full stop; old ones that end in `>` or a closing
bracket are let alone. Escapes of LaTeX have a rule of their own, `escape-in-address`.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.identifiers.dois import PREFIX, bare_doi
from citekit.model.diagnostic import Severity

_END = re.compile(r"[\s.,;:]+$")
_BLANKS = re.compile(r"\s+")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    value = field.value
    if value.isalnum() or not value.strip() or (value[-1:].isalnum() and len(value.split()) == 1):
        return
    if PREFIX.match(value):
        return
    tidy = _END.sub("", _BLANKS.sub("", value))
    if tidy != value.strip() and bare_doi(tidy) and value.count("10.") == 1:
        yield field.problem(
            f"'{value}' has blanks or marks that are not of the DOI",
            hint=f"Write '{tidy}'.",
            fix=field.replacement(f"Write '{tidy}'", tidy),
        )


RULE = Rule(
    "IDN004",
    "marks-around-doi",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"doi"})),
    fixability=Fixability.SAFE,
)
