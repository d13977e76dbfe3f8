"""A month that is written out, or as a number, where BibTeX has a string for it.

Styles define `jan` to `dec` in their language and length; what is written out is printed as it
stands, "January" beside "Feb.".

    month = {January}

Write the string, without braces: `month = jan`.

It is harmless where BibLaTeX does the work and the month is a number, which it prefers; those are
found only in files for BibTeX.
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.formats.bib_tidy.tables import month_macros
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    if field.macro:
        return
    value = field.value.strip()
    macro = month_macros().get(value.strip("{} ").removesuffix(".").lower())
    if macro is None or (value.isdigit() and field.entry.file.dialect == "biblatex"):
        return
    yield field.problem(
        f"'{value}' is written out",
        hint=f"Write the string '{macro}', without braces.",
        fix=field.rewriting(f"Write '{macro}'", macro),
    )


RULE = Rule(
    "DAT004",
    "month-not-a-macro",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"month"})),
    is_default=False,
    fixability=Fixability.SAFE,
)
