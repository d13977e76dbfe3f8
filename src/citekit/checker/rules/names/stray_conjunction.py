"""A list of names that begins or ends with "and", a comma or a semicolon.

BibTeX makes an empty name of it, biber drops the entry's last name or stops.

    author = {Day, Ann and Lee, Bo and}

Remove what is left over: `author = {Day, Ann and Lee, Bo}`. If a name was lost, add it.

It is wrong in no case we know of.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.names.written_names import NAME_FIELDS, has_odd_names
from citekit.model.diagnostic import Severity

_START = re.compile(r"\s*(?:and(?=\s)|[,;])[\s,;]*", re.IGNORECASE)
_END = re.compile(r"(?:(?<=\s)and|[,;])\s*$", re.IGNORECASE)


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    value = field.value
    start = _START.match(value)
    end = _END.search(value, start.end() if start else 0)
    for match in (start, end):
        if match:
            stray = match[0].strip()
            low = len(value[: match.start()].rstrip())
            yield field.problem(
                f"{'begins' if match is start else 'ends'} with '{stray}'",
                start=match.start() + len(match[0]) - len(match[0].lstrip()),
                end=match.start() + len(match[0].rstrip()),
                hint=f"Remove '{stray}'.",
                fix=field.amendment(f"Remove '{stray}'", low, match.end()),
            )


RULE = Rule(
    "NAM001",
    "stray-conjunction",
    __doc__,
    Severity.ERROR,
    FieldCheck(_check, NAME_FIELDS, gate=has_odd_names),
    fixability=Fixability.SAFE,
)
