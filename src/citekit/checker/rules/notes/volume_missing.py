"""An article without volume and issue in a periodical for which the paper gives them elsewhere.

    Doe, Jane, "Harbours", The Port Quarterly, Spring 2002.
    Roe, Mary, "Ships", The Port Quarterly, 28:4, Autumn 2005.

Add the numbers, so that the article can be found in the volume. Told once for each work, at its
entry.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.books import container
from citekit.checker.rules.notes.wording import one_place, quote
from citekit.model.diagnostic import Severity
from citekit.model.reference import DateRange
from citekit.model.variables import DateVariable, ItemType, NumberVariable, TextVariable
from citekit.text.data import load_words
from citekit.text.folding import fold

_NUMBERS = (NumberVariable.VOLUME, NumberVariable.ISSUE)
_PERIODICAL = frozenset({ItemType.ARTICLE_JOURNAL, ItemType.ARTICLE_MAGAZINE, ItemType.ARTICLE})


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    numbered: dict[str, Mention] = {}
    for mention in paper.mentions:
        if mention.reference.type not in _PERIODICAL or not container(mention):
            continue
        if mention.reference.number(NumberVariable.VOLUME):
            numbered.setdefault(fold(container(mention)), mention)
    for mentions in paper.by_work.values():
        mention = one_place(mentions)
        other = numbered.get(fold(container(mention)))
        span = mention.place(TextVariable.CONTAINER_TITLE)
        date = mention.reference.dates.get(DateVariable.ISSUED)
        if other is None or span is None or mention.reference.type not in _PERIODICAL:
            continue
        if any(word in mention.words.lower() for word in _yet_to_come()):
            continue
        if isinstance(date, DateRange) and date.start.day:
            continue
        if any(one.reference.number(number) for one in mentions for number in _NUMBERS):
            continue
        yield paper.problem(
            mention.file_span(span.start, span.end),
            f"this article in {quote(container(mention))} has no volume or issue;"
            f" {other.where} gives '{other.reference.number(NumberVariable.VOLUME)}' for another",
            hint="Add volume and issue.",
        )


def _yet_to_come() -> frozenset[str]:
    return load_words("citekit.checker.rules.notes", "notes", "undated")


RULE = Rule(
    "NOT020",
    "volume-missing",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
)
