"""A range of pages with one hyphen where a dash belongs.

In LaTeX one hyphen prints as a hyphen, two as the dash that stands between numbers. Many styles of
BibTeX and all of BibLaTeX put the dash in by themselves; styles that print what they get show the
hyphen, and so does every converter that takes the value as it stands.

    pages = {97-111}

Write two hyphens: `pages = {97--111}`. Numbers that have a hyphen of their own, as `A-12`, are let
alone.

It is harmless where only styles are used that mend it.
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.pages.page_ranges import PAGE_FIELDS, RANGE
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    for match in RANGE.finditer(field.value):
        if match["dash"] == "-":
            start, end = match.span("dash")
            yield field.problem(
                f"'{match[0]}' has one hyphen between the pages",
                start=match.start(),
                end=match.end(),
                hint=f"Write '{match['first']}--{match['last']}'.",
                fix=field.amendment("Write '--' between the pages", start, end, "--"),
            )


RULE = Rule(
    "PAG001",
    "single-hyphen-range",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, PAGE_FIELDS),
    is_default=False,
    fixability=Fixability.SAFE,
)
