"""A publisher who is abbreviated in one place and written out in another.

    Harbour: Harbour UP, 1998.                     in one entry
    Harbour: Harbour University Press, 1998.       in another

Write the name alike everywhere. The rule knows the usual abbreviations (UP, Univ., Pr., Publ.)
and also compares the spelling of publishers of one work and of the chapters of one book.
"""

from collections.abc import Iterator
from itertools import pairwise

from citekit.checker.finding import Problem
from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.books import books
from citekit.checker.rules.notes.slips import slipped_word
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span
from citekit.model.variables import TextVariable
from citekit.text.data import load_table
from citekit.text.folding import fold

_SHORT = load_table("citekit.checker.rules.notes", "notes")["publisher_words"]


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    first: dict[str, Mention] = {}
    told: set[str] = set()
    for mention in paper.mentions:
        printed = mention.reference.text(TextVariable.PUBLISHER)
        if not mention.place(TextVariable.PUBLISHER) or not printed:
            continue
        name = _spelt_out(printed)
        kept = first.setdefault(name, mention)
        other = kept.reference.text(TextVariable.PUBLISHER)
        if fold(other) == fold(printed) or name in told:
            continue
        told.add(name)
        yield _problem(paper, kept, mention)
    for mentions in (*paper.by_work.values(), *books(paper)):
        for one, another in pairwise(mentions):
            names = [m.reference.text(TextVariable.PUBLISHER) for m in (one, another)]
            if all(names) and slipped_word(*names) and _spelt_out(names[0]) not in told:
                told |= {_spelt_out(name) for name in names}
                yield _problem(paper, one, another)


def _problem(paper: Paper, one: Mention, other: Mention) -> Problem:
    span = one.place(TextVariable.PUBLISHER) or Span(0, 0)
    place = other.place(TextVariable.PUBLISHER) or Span(0, 0)
    return paper.problem(
        one.file_span(span.start, span.end),
        f"the publisher is {quote(one.printed(TextVariable.PUBLISHER))} in {one.where}"
        f" but {quote(other.printed(TextVariable.PUBLISHER))} in {other.where}",
        hint="Write the name of the publisher alike everywhere.",
        related=(paper.related(other.file_span(place.start, place.end), "the other form"),),
    )


def _spelt_out(name: str) -> str:
    table = _SHORT if isinstance(_SHORT, dict) else {}
    return " ".join(str(table.get(word, word)) for word in fold(name).split())


RULE = Rule(
    "NOT017",
    "publisher-mismatch",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
)
