"""A month without a year, or a day without a month.

Styles print nothing of it, or a month alone.

    title = {Deeds}, month = may

Add what is missing, or remove the field.

It is harmless where the year is in a field that only one style knows.
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    if not field.value.strip():
        return
    missing = "month" if field.name == "day" else "year"
    if not field.entry.has(missing, "date", "pubstate"):
        yield field.problem(
            f"'{field.value.strip()}' stands without a {missing}",
            hint=f"Add the {missing}, or remove '{field.name}'.",
        )


RULE = Rule(
    "DAT018",
    "part-of-date-alone",
    __doc__,
    Severity.INFO,
    FieldCheck(_check, frozenset({"month", "day"})),
    is_default=False,
)
