"""Two commas in a row in a name.

BibTeX takes what should be between them for the suffix of the name; biber complains.

    author = {Day,, Ann}

Write one comma: `author = {Day, Ann}`.

It is wrong in no case we know of.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.names.written_names import NAME_FIELDS, has_odd_names, odd_persons
from citekit.model.diagnostic import Severity

_COMMAS = re.compile(r",(?:\s*,)+\s*")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    for name in odd_persons(field):
        for first, second in pairwise(name.parts[:-1]):
            if first.text and not second.text:
                match = _COMMAS.match(field.value, first.end, name.end)
                if match and match.end() < name.end:
                    start, end = match.span()
                    yield field.problem(
                        f"has a name with commas in a row: '{name.text}'",
                        start=start,
                        end=start + len(match[0].rstrip()),
                        hint=f"Write '{first.text}, {field.value[end : name.end]}'.",
                        fix=field.amendment("Write one comma", start, end, ", "),
                    )


RULE = Rule(
    "NAM004",
    "doubled-comma",
    __doc__,
    Severity.ERROR,
    FieldCheck(_check, NAME_FIELDS, gate=has_odd_names),
    fixability=Fixability.SAFE,
)
