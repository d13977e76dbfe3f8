"""A page in the bibliography that is the one a note cites, and not those of the whole piece.

    Doe, Jane, "Harbours", Shipping, Spring 2002, p. 132.

The entry was copied from the note with its page. Give the first and last page of the article or
chapter; for a book give none. The rule speaks where a note on the work cites this very page or
two.

It is wrong of a piece that fills no more than the page that is cited.
"""

import re
from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.page_labels import page_labels
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.model.variables import ItemType, NumberVariable


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    for mention in paper.entries:
        page = mention.reference.number(NumberVariable.PAGE)
        span = mention.place(NumberVariable.PAGE)
        if not page or span is None or not _is_short(page):
            continue
        notes = paper.by_work.get(mention.key, ()) if mention.key else ()
        note = next((one for one in notes if one.is_note and one.cite.locator == page), None)
        if note is None or mention.reference.type is ItemType.ARTICLE_NEWSPAPER:
            continue
        label = next((one for one in page_labels(mention) if one.end >= span.end), None)
        start = label.start if label else span.start
        yield paper.problem(
            mention.file_span(start, span.end),
            f"{quote(mention.text[start : span.end])} is the place that {note.where} cites,"
            " not the pages of the work",
            hint="Give its first and last page instead.",
        )


def _is_short(page: str) -> bool:
    """Whether ``page`` is one page, or two that follow each other."""
    numbers = [int(number) for number in re.findall(r"\d+", page)]
    return bool(numbers) and numbers[-1] - numbers[0] <= 1


RULE = Rule(
    "NOT026",
    "pinpoint-in-bibliography",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
)
