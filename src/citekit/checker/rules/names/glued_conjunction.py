"""An "and" between names without a blank before or after it.

Programs look for the word alone: "Day, A.and Lee, B." is one person.

    author = {Day, A.and Lee, B.}

Put the blank in: `author = {Day, A. and Lee, B.}`.

It is wrong in no case we know of: only "and" after a full stop or a brace, or between two commas'
names and before a capital, is looked at.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.names.written_names import NAME_FIELDS, has_odd_names
from citekit.formats.bib_values import brace_depths
from citekit.model.diagnostic import Severity

_GLUED = re.compile(r"(?<=[.}])and\s+|(?<!\s)\s+(?:and(?=[A-Z][a-z]{1,40},\s)|and(?=\{)|\\and\s+)")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    value = field.value
    depths = brace_depths(value) if "{" in value else []
    for match in _GLUED.finditer(value):
        # Before a brace the depth is that outside of it; after one it is the one inside.
        if depths and depths[match.end() - 1] > 0:
            continue
        yield field.problem(
            f"has 'and' without a blank: '{value[max(0, match.start() - 8) : match.end() + 8]}'",
            start=match.start() + len(match[0]) - len(match[0].lstrip()),
            end=match.start() + len(match[0].rstrip()),
            hint="Write ' and ' between names.",
            fix=field.amendment("Write ' and '", match.start(), match.end(), " and "),
        )


RULE = Rule(
    "NAM031",
    "glued-and",
    __doc__,
    Severity.ERROR,
    FieldCheck(_check, NAME_FIELDS, gate=has_odd_names),
    fixability=Fixability.SAFE,
)
