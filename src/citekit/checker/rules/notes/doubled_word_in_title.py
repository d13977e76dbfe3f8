"""A word that stands twice in a row in a title.

    Northern Harbours: Harbours: Their Trade and Towns

It is a slip of copying, which every later copy repeats. Compare the title page. Told once for
each title.

It is wrong of titles that repeat a word on purpose ("Absalom, Absalom!"); words of fewer than
five letters and words that a comma parts are left alone, but for articles and prepositions; a
word that ends the title and begins the subtitle is told only where the same mark follows both
times.
"""

import re
from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.model.variables import TextVariable
from citekit.text.folding import fold

_DOUBLED = re.compile(
    r"(?<![\w-])([^\W\d_]{5,}|the|of|and|in|to|for|an?|der|die|das|und|de|la|le)"
    r"(?:\s+\1(?![\w-])|(?P<mark>[:;.])\s*\1(?P=mark))",
    re.IGNORECASE,
)
_TITLES = (TextVariable.TITLE, TextVariable.CONTAINER_TITLE)


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    told: set[str] = set()
    for mention in paper.mentions:
        for variable in _TITLES:
            for span in mention.places.get(variable, ()):
                match = _DOUBLED.search(mention.text, span.start, span.end)
                title = fold(mention.text[span.start : span.end])
                if match is None or title in told:
                    continue
                told.add(title)
                yield paper.problem(
                    mention.file_span(match.start(), match.end()),
                    f"'{match[1]}' stands twice in {quote(mention.text[span.start : span.end])}",
                    hint="Compare the title page, and take one out.",
                )


RULE = Rule(
    "NOT059",
    "doubled-word-in-title",
    __doc__,
    Severity.ERROR,
    PaperCheck(_check),
)
