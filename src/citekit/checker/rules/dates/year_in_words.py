"""A year that is no number: words, brackets, question marks, "c.", years before Christ.

Styles of BibTeX print it as it stands; BibLaTeX wants an integer in `year`, and in `date` has a
notation for what is not certain: `1984?`, `1984~` for circa, `-0379` for 380 BC.

    year = {[c. 1984]}

Write a plain year, or BibLaTeX's `date`. In files for BibLaTeX the fix writes the `date`, unsafely.

It is harmless with styles of BibTeX, which is why the rule is off unless chosen.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.dates.entry_years import years_of
from citekit.checker.rules.dates.written_dates import iso_of
from citekit.model.diagnostic import Severity

# What 'malformed-year' and 'several-years' look at.
_NUMERIC = re.compile(r"[\d\s/.–-]+[a-z]?")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    if field.value.isdigit() or "\\" in field.value or field.macro:
        return
    value = field.plain
    if not value or _NUMERIC.fullmatch(value) or len(set(years_of(value))) > 1:
        return
    date = iso_of(value)
    is_modern = field.entry.file.dialect == "biblatex" and field.entry.get("date") is None
    fix = _fix(field, date) if date and is_modern else None
    yield field.problem(
        f"'{value}' is no number",
        hint=f"Write 'date = {{{date}}}'." if fix else "Write the year in digits alone.",
        fix=fix,
    )


def _fix(field: Field, date: str) -> Fix | None:
    value = field.replacement("", date)
    if value is None:
        return None
    edits = (*field.renaming("date").edits, *value.edits)
    return Fix(f"Write 'date = {{{date}}}'", edits, is_safe=False)


RULE = Rule(
    "DAT014",
    "year-not-a-number",
    __doc__,
    Severity.INFO,
    FieldCheck(_check, frozenset({"year"})),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
