"""A title in another script than the paper's, without a romanisation or a translation.

    Ministry of Works, 항만개혁, 2020.

A reader who does not know the script can neither order nor search it. Give it in Latin letters or
translated, beside the original.

Harmless where the readers know the script.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.wording import one_place, quote
from citekit.model.diagnostic import Severity
from citekit.model.variables import TextVariable


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    latin = sum(map(_is_latin, (one.reference.title for one in paper.mentions)))
    if latin * 2 < len(paper.mentions):
        return
    for mentions in paper.by_work.values():
        mention = one_place(mentions)
        span = mention.place(TextVariable.TITLE)
        if span is None or _is_latin(mention.reference.title):
            continue
        if mention.text[span.end : span.end + 3].strip(' ,”"»*_')[:1] in {"(", "["}:
            continue
        yield paper.problem(
            mention.file_span(span.start, span.end),
            f"{quote(mention.reference.title)} has neither romanisation nor translation",
            hint="Add one in brackets behind the title.",
        )


# The end of "Latin Extended-B" in Unicode.
_LAST_LATIN = 0x24F


def _is_latin(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return not letters or sum(ord(one) <= _LAST_LATIN for one in letters) * 2 > len(letters)


RULE = Rule(
    "NOT038",
    "language-unmarked",
    __doc__,
    Severity.STYLE,
    PaperCheck(_check),
    is_default=False,
)
