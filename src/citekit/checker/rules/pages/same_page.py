"""A range of pages that begins and ends on the same page.

`97--97` prints as a range although there is but one page; often the end was never filled in.

    pages = {97--97}

Look up the last page. If there is but one, write it once: `pages = {97}`.

It is harmless where a publisher's record has it so for works of one page, as many have.
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
        if match["first"] == match["last"]:
            title = f"Write '{match['first']}' alone"
            yield field.problem(
                f"'{match[0]}' begins and ends on the same page",
                start=match.start(),
                end=match.end(),
                hint=f"Correct the last page, or write '{match['first']}' alone.",
                fix=field.amendment(title, match.end("first"), match.end()),
            )


RULE = Rule(
    "PAG005",
    "same-page-range",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, PAGE_FIELDS),
    is_default=False,
    fixability=Fixability.SAFE,
)
