"""A blank before the comma of a name, or none after it.

Programs read the name all the same, but search and comparison of the file do not find it.

    author = {Day,Ann}

Write `author = {Day, Ann}`.

It is harmless for every program.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.names.written_names import NAME_FIELDS, odd_persons
from citekit.model.diagnostic import Severity

_PATTERN = re.compile(r",[^\s,}\"]|\s,(?=\s|\w)")
_COMMA = re.compile(r"[ \t]*,[ \t]*")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    for name in odd_persons(field):
        for first, second in pairwise(name.parts):
            between = field.value[first.end : second.start]
            if not first.text or not second.text or not _COMMA.fullmatch(between):
                continue
            if between[:1] != "," or between == ",":
                yield field.problem(
                    f"has '{first.text}{between}{second.text}'",
                    start=first.end,
                    end=second.start,
                    hint=f"Write '{first.text}, {second.text}'.",
                    fix=field.amendment("Write ', '", first.end, second.start, ", "),
                )


RULE = Rule(
    "NAM024",
    "blanks-around-name-comma",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, NAME_FIELDS, _PATTERN),
    is_default=False,
    fixability=Fixability.SAFE,
)
