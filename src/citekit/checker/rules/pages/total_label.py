"""A label after a count of pages or volumes.

BibLaTeX adds "pp." or "vols." to `pagetotal` and `volumes`, so that "345 pp. pp." is printed.

    pagetotal = {345 pp.}

Write the number alone: `pagetotal = {345}`.

It is harmless where a style of your own prints the field as it stands.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_COUNT = re.compile(
    r"\s*((?:[ivxlcdm]{1,10}\s*[+,]\s*)?\d{1,5})[\s~]*"
    r"(pp?\.?|pages?|S\.?|Seiten|с\.|vols?\.?|volumes?|Bde?\.|Bände|t\.|tomes?)\s*",
    re.IGNORECASE,
)


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    value = field.value
    match = _COUNT.fullmatch(value) if not value[-1:].isdecimal() else None
    if match:
        yield field.problem(
            f"'{value.strip()}' has the label '{match[2]}', which the style adds",
            hint=f"Write '{match[1]}'.",
            fix=field.amendment(f"Remove '{match[2]}'", match.end(1), len(value)),
        )


RULE = Rule(
    "PAG021",
    "label-in-total",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"pagetotal", "numpages", "volumes"})),
    fixability=Fixability.SAFE,
)
