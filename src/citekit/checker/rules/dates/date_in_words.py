"""A date of access, origin or event in words, in a file for BibTeX.

It is printed as it stands, in one language and form for all lists, and no other program reads it
for certain.

    urldate = {9 March 2001}

Write it as ISO 8601 has it: `urldate = {2001-03-09}`.

It is harmless where one style alone is used that prints the field; in files for BibLaTeX
`access-date-form` finds such dates.
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
        problem = form_problem(field)
        if problem is not None:
            yield problem


RULE = Rule(
    "DAT016",
    "access-date-in-words",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"urldate", "origdate", "eventdate"})),
    is_default=False,
    fixability=Fixability.SAFE,
)
