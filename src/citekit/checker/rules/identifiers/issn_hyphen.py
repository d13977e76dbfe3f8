"""An ISSN without its hyphen.

The standard writes two groups of four; `00104620` is the same number, but does not look like one.

    issn = {00104620}

Write `issn = {0010-4620}`.

It is harmless: programs know both.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.fields.check_digits import is_valid_issn
from citekit.model.diagnostic import Severity

_NUMBER = re.compile(r"(?<![\w-])(\d{4})\s?(\d{3}[\dXx])(?![\w-])")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    for match in _NUMBER.finditer(field.value):
        wanted = f"{match[1]}-{match[2].upper()}"
        if is_valid_issn(wanted):
            yield field.problem(
                f"'{match[0]}' has no hyphen",
                start=match.start(),
                end=match.end(),
                hint=f"Write '{wanted}'.",
                fix=field.replacement(f"Write '{wanted}'", wanted)
                if field.value == match[0]
                else field.amendment(f"Write '{wanted}'", match.start(), match.end(), wanted),
            )


RULE = Rule(
    "IDN055",
    "issn-without-hyphen",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"issn", "eissn"})),
    is_default=False,
    fixability=Fixability.SAFE,
)
