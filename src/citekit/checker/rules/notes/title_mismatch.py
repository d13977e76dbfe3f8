"""A title that notes and bibliography, or two notes, give differently.

One of the two is wrong, and a reader who searches for it finds nothing.

    12 Jane Doe, Harbour Reform 2020, ...        in the note
    Doe, Jane, Harbour Plan 2020, ...            in the bibliography

Look the work up and write its title alike everywhere. Case, accents and punctuation do not count,
nor does a title that only leaves out the end of the other, such as its subtitle.

It is wrong where two works were taken for one, as a first and a second report of one name.
"""

import re
from collections import Counter
from collections.abc import Iterator

from rapidfuzz import fuzz

from citekit.checker.finding import Problem
from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.books import container
from citekit.checker.rules.notes.listed_works import first_author, year_of
from citekit.checker.rules.notes.quotation_marks import title_span
from citekit.checker.rules.notes.wording import differs, quote
from citekit.model.diagnostic import Severity
from citekit.model.variables import NumberVariable, TextVariable
from citekit.text.folding import fold


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    for mentions in (*paper.by_work.values(), *_alone(paper)):
        titled = [one for one in mentions if one.place(TextVariable.TITLE)]
        counts = Counter(fold(one.reference.title) for one in titled)
        if len(counts) <= 1:
            continue
        usual = counts.most_common(1)[0][0]
        seen = {usual}
        kept = next(one for one in titled if fold(one.reference.title) == usual)
        for mention in titled:
            title = fold(mention.reference.title)
            if title not in seen and differs(title, usual):
                seen.add(title)
                yield _problem(paper, mention, kept)


def _problem(paper: Paper, mention: Mention, kept: Mention) -> Problem:
    return paper.problem(
        title_span(mention),
        f"the title is {quote(mention.reference.title)} in {mention.where}"
        f" but {quote(kept.reference.title)} in {kept.where}",
        hint="Look the work up and write its title alike in both places.",
        related=(paper.related(title_span(kept), "the other title"),),
    )


def _alone(paper: Paper) -> Iterator[tuple[Mention, ...]]:
    """Notes and entries that have no partner, but one author, year, volume and container.

    There must be one work of notes and one entry of them, and titles as alike as a slip leaves
    them, with no number that tells parts of a series.
    """
    found: dict[tuple[str, ...], list[Mention]] = {}
    for mentions in paper.by_work.values():
        first = mentions[0]
        where = (container(first), first.reference.number(NumberVariable.VOLUME))
        sides = {mention.is_entry for mention in mentions}
        if len(sides) == 1 and where[0] and year_of(first.reference):
            work = (first_author(first.reference), year_of(first.reference), *map(fold, where))
            found.setdefault(work, []).append(first)
    for group in found.values():
        if len(group) == _PAIR and group[0].is_entry != group[1].is_entry:
            one, other = (fold(mention.reference.title) for mention in group)
            numbers = (re.findall(r"\d+", title) for title in (one, other))
            if len({tuple(found) for found in numbers}) == 1 and fuzz.ratio(one, other) >= _CLOSE:
                yield tuple(group)


_PAIR = 2
_CLOSE = 80


RULE = Rule(
    "NOT012",
    "title-mismatch",
    __doc__,
    Severity.ERROR,
    PaperCheck(_check),
)
