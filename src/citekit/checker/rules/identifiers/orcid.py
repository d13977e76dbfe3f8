"""An ORCID iD whose check digit is wrong.

The last sign of an ORCID iD follows from the others. Where it does not fit, the iD leads to
nobody, or to somebody else.

    orcid = {0000-0002-1825-0098}

Copy the iD from the author's page at orcid.org.

It is wrong in no case we know of.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.fields.check_digits import is_valid_orcid
from citekit.model.diagnostic import Severity

_ID = re.compile(r"(?<![\d-])(?:\d{4}[-‐–]){3}\d{3}[\dXx](?![\w-])")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    if "orcid" not in field.name and "orcid" not in field.value.lower():
        return
    for match in _ID.finditer(field.value):
        if not is_valid_orcid(match[0]):
            yield field.problem(
                f"'{match[0]}' has a wrong check digit",
                start=match.start(),
                end=match.end(),
                hint="Copy the iD from the author's page at orcid.org.",
            )


RULE = Rule(
    "IDN020",
    "orcid-check-digit",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, pattern=re.compile(r"[-‐–](?<=\d{4}.)\d{4}[-‐–]\d{4}[-‐–]\d{3}[\dXx]")),
)
