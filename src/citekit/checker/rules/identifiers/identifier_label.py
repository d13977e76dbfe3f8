"""A label such as "ISBN" before an identifier.

The style prints the label itself: "ISBN: ISBN 978-0-306-40615-7".

    isbn = {ISBN 978-0-306-40615-7}

Leave it out: `isbn = {978-0-306-40615-7}`.

It is harmless where a style of your own prints the field as it stands. `doi` and `eprint` have
rules of their own.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_LABEL = re.compile(
    r"\s*(?:e-?|p-?)?(?:ISBN(?:-?1[03]\b)?|ISSN(?:-?L)?|PMID|PMCID|ISMN|ORCID)\s*[:#.=]?\s*(?=[\dMP])",
    re.IGNORECASE,
)


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    match = None if field.value[:1].isdecimal() else _LABEL.match(field.value)
    if match:
        label = match[0].strip()
        yield field.problem(
            f"has the label '{label}', which the style adds",
            end=match.end(),
            hint=f"Write '{field.value[match.end() :].strip()}'.",
            fix=field.amendment(f"Remove '{label}'", 0, match.end()),
        )


RULE = Rule(
    "IDN048",
    "label-in-identifier",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"isbn", "issn", "pmid", "pmcid", "ismn", "orcid"})),
    fixability=Fixability.SAFE,
)
