"""A date that is not in the form of ISO 8601.

biber complains and drops the whole date, so that the entry is printed without a year.

    date = {9 March 2001}

Write year, month and day: `date = {2001-03-09}`, and a range with a slash. The fix does it where
only one date can be meant.

It is wrong where a style of BibTeX of your own prints the field as it stands.
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.dates.date_forms import form_problem
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    problem = form_problem(field)
    if problem is not None:
        yield problem


RULE = Rule(
    "DAT006",
    "date-form",
    __doc__,
    Severity.ERROR,
    FieldCheck(_check, frozenset({"date"})),
    fixability=Fixability.SAFE,
)
