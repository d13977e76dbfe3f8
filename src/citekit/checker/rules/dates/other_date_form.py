"""A date of access, origin or event that is not in the form of ISO 8601.

biber complains and drops the date. In digits alone, day and month are taken for each other.

    urldate = {9.3.2001}

Write year, month and day: `urldate = {2001-03-09}`. The fix does it where only one date can be
meant.

It is wrong where a style of BibTeX prints the field as it stands: in files for BibTeX only dates
all in digits are looked at here, and others by `access-date-in-words`.
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.dates.date_forms import form_problem
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    is_worded = any(letter.isalpha() for letter in field.value)
    if is_worded and field.entry.file.dialect == "bibtex":
        return
    problem = form_problem(field)
    if problem is not None:
        yield problem


RULE = Rule(
    "DAT010",
    "access-date-form",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"urldate", "origdate", "eventdate"})),
    fixability=Fixability.SAFE,
)
