"""A note behind words in quotation marks that does not say on which page they stand.

    ... "the best must never be the enemy of the good".[^10]

    [^10]: Jane Doe, Harbours, Harbour UP, 2000.

Add the page. The rule speaks of quotations of four words and more, and of works that have pages:
not of web pages, newspapers and interviews.
"""

import re
from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.page_labels import page_labels
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.model.reference import Reference
from citekit.model.variables import ItemType, NumberVariable, TextVariable

_PAGED = frozenset(
    {
        ItemType.ARTICLE_JOURNAL,
        ItemType.BOOK,
        ItemType.CHAPTER,
        ItemType.REPORT,
        ItemType.THESIS,
        ItemType.PAPER_CONFERENCE,
    }
)
_QUOTED = re.compile(r"[“\"«„]([^“”\"«»„]{12,1000})[”\"»“][.,;:!?]?[*_]{0,3}$")
_FEWEST_WORDS = 4


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    for citation in paper.citations:
        mark = citation.passage.mark
        if mark is None or len(citation.cites) != 1 or citation.cites[0].locator:
            continue
        cite = citation.cites[0]
        if not isinstance(cite.target, Reference) or cite.target.type not in _PAGED:
            continue
        before = _until_mark(paper.text, mark.start)
        match = _QUOTED.search(before)
        if (
            match is None
            or len(match[1].split()) < _FEWEST_WORDS
            or cite.target.text(TextVariable.URL)
        ):
            continue
        mention = Mention(citation, cite, cite.target)
        if mention.reference.number(NumberVariable.PAGE) or any(page_labels(mention)):
            continue
        yield paper.problem(
            mention.span,
            f"{quote(match[1])} is quoted, but note {mention.marker} gives no page for it",
            hint="Add the page on which these words stand.",
        )


def _until_mark(text: str, end: int) -> str:
    before = text[max(0, end - 1200) : end]
    before = re.sub(r"(?:<sup>|\[\^|\[|\\)+$", "", before).rstrip()
    return before.rpartition("\n\n")[2]


RULE = Rule(
    "NOT030",
    "locator-missing",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
    is_default=False,
)
