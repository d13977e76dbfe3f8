"""A book or periodical whose title is spelt in two ways.

    Northern Port Behavior    in one entry
    Northern Port Behaviour   in another

The two are looked up as two, and sort as two. Look the title up and write it alike everywhere.
The rule compares the places that cite one work, the chapters of one book, and the periodicals of
the paper; it speaks of one word that differs by a letter or two.

It is wrong where there are indeed two periodicals of so similar names.
"""

from collections import Counter
from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.books import container
from citekit.checker.rules.notes.slips import close_titles, main_title
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span
from citekit.model.variables import TextVariable
from citekit.text.folding import fold


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    first: dict[str, Mention] = {}
    count: Counter[str] = Counter()
    for mention in paper.mentions:
        title = fold(main_title(container(mention)))
        if title and mention.place(TextVariable.CONTAINER_TITLE):
            first.setdefault(title, mention)
            count[title] += 1
    told: set[str] = set()
    for one, other in close_titles(tuple(first)):
        rare, usual = sorted((one, other), key=lambda title: (count[title], title))
        if rare in told or (
            _only_number(one, other) and not _of_one_work(first[one], first[other])
        ):
            continue
        told.add(rare)
        mention, kept = first[rare], first[usual]
        span = mention.place(TextVariable.CONTAINER_TITLE) or Span(0, 0)
        place = kept.place(TextVariable.CONTAINER_TITLE) or Span(0, 0)
        yield paper.problem(
            mention.file_span(span.start, span.end),
            f"{quote(container(mention))} is spelt {quote(container(kept))} in {kept.where}",
            hint="Look the title up and write it alike in both places.",
            related=(paper.related(kept.file_span(place.start, place.end), "the other spelling"),),
        )


def _only_number(one: str, other: str) -> bool:
    """Whether one is the plural of the other, which two periodicals may well be."""
    return one.rstrip("s") == other.rstrip("s")


def _of_one_work(one: Mention, other: Mention) -> bool:
    return bool(one.key) and one.key == other.key


RULE = Rule(
    "NOT013",
    "container-title-mismatch",
    __doc__,
    Severity.ERROR,
    PaperCheck(_check),
)
