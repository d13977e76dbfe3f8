"""A `doi` with signs as an address or HTML writes them.

`%28` is how an address writes a bracket and `&lt;` how HTML writes `<`. The DOI itself has the
signs; a style encodes them again when it makes the link, which is then dead.

    doi = {10.1016/0021-9991%2881%2990128-5}

Write the signs: `doi = {10.1016/0021-9991(81)90128-5}`.

It is wrong in no case we know of: no DOI has a percent sign with two digits of its own.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.identifiers.dois import bare_doi, decoded, is_encoded
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    value = field.value
    if not is_encoded(value.replace("\\", "")):
        return
    try:
        plain = decoded(value.replace("\\%", "%").replace("\\&", "&"))
    except UnicodeDecodeError:
        return
    is_doi = bool(bare_doi(plain)) and not set(plain) & set("{}%\\\n")
    yield field.problem(
        f"'{value.strip()}' has signs as addresses or HTML write them",
        hint=f"Write '{plain.strip()}'.",
        fix=field.replacement(f"Write '{plain.strip()}'", plain) if is_doi else None,
    )


RULE = Rule(
    "IDN007",
    "encoded-doi",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"doi"}), re.compile(r"%[0-9A-Fa-f]{2}|&\w|&#")),
    fixability=Fixability.SAFE,
)
