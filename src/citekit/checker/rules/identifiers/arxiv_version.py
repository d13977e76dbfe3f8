"""A number of arXiv with that of a version.

`1706.03762v5` leads to one version; without it, the link leads to the newest, and two entries of
one work are found to be the same.

    eprint = {1706.03762v5}

Leave the version out, unless that very one is meant. The fix is unsafe for that reason.

It is wrong where a version is quoted that a later one changed.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.identifiers.arxiv import number_of
from citekit.model.diagnostic import Severity

_VERSION = re.compile(r"(?<=\d)v\d{1,2}(?=\s*$)")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    match = _VERSION.search(field.value)
    if match and number_of(field.value):
        yield field.problem(
            f"'{field.value.strip()}' is of one version",
            start=match.start(),
            end=match.end(),
            hint=f"Leave '{match[0]}' out, unless that version is meant.",
            fix=field.amendment(f"Remove '{match[0]}'", match.start(), match.end(), is_safe=False),
        )


RULE = Rule(
    "IDN043",
    "arxiv-version",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"eprint"})),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
