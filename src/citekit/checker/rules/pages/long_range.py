"""An article or a paper of very many pages.

Hardly any article has more than 500 pages; most often a digit was typed twice, or the end of the
volume was taken for that of the article.

    pages = {97--1111}

Correct the first or the last page.

It is wrong for works that fill a whole volume, such as some catalogues and lexica.

The option `most` is the number of pages above which it speaks (500).
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.pages.page_ranges import PAGE_FIELDS, RANGE
from citekit.model.diagnostic import Severity

_TYPES = frozenset({"article", "inproceedings", "conference", "incollection", "inbook"})


def _check(field: Field, options: RuleOptions) -> Iterator[Problem]:
    if field.entry.type not in _TYPES:
        return
    for match in RANGE.finditer(field.value):
        first, last = match["first"], match["last"]
        if not (first.isdecimal() and last.isdecimal()):
            continue
        count = int(last) - int(first) + 1
        if count > options.number("most"):
            yield field.problem(
                f"'{match[0]}' would be {count} pages",
                start=match.start(),
                end=match.end(),
                hint=f"Correct '{first}' or '{last}'.",
            )


RULE = Rule(
    "PAG010",
    "implausibly-long-page-range",
    __doc__,
    Severity.INFO,
    FieldCheck(_check, PAGE_FIELDS),
    options={"most": 500},
)
