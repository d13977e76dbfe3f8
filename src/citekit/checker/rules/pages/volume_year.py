"""A volume that equals the year, or a number that is a month.

Databases fill the volume with the year, and the number with the month of an issue, where they know
no better; the month has a field of its own.

    year = 2013, volume = 2013, number = {March}

Look the volume up; write a month into `month`.

It is wrong for journals that count their volumes by years, which is why the rule is off unless
chosen.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_MONTH = re.compile(
    r"\s*(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s*",
    re.IGNORECASE,
)
_YEAR_DIGITS = 4


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    value = field.value.strip()
    if field.name == "volume":
        year = field.entry.first("year", "date")
        if year and len(value) == _YEAR_DIGITS and value == year.value.strip()[:_YEAR_DIGITS]:
            yield field.problem(f"'{value}' is the year", hint="Look up the number of the volume.")
    elif _MONTH.fullmatch(value):
        yield field.problem(
            f"'{value}' is a month", hint="Write the month into 'month' and the number here."
        )


RULE = Rule(
    "PAG013",
    "volume-is-year",
    __doc__,
    Severity.INFO,
    FieldCheck(_check, frozenset({"volume", "number", "issue"})),
    is_default=False,
)
