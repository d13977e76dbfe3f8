"""One body that is spelt in two ways within one reference, as author and as publisher.

    Harbour Labor Office, White Paper, Harbour Labour Office, 2004.

Write the name alike, as the body itself does. The rule compares the words of author and
publisher, and speaks of one word that differs by a letter or two.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.slips import slipped_word
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.model.reference import Literal
from citekit.model.variables import NameVariable, TextVariable

_FEWEST_WORDS = 3


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    told: set[tuple[str, str]] = set()
    for mention in paper.mentions:
        publisher = mention.reference.text(TextVariable.PUBLISHER)
        place = mention.place(TextVariable.PUBLISHER)
        if not publisher or place is None:
            continue
        for name in mention.reference.name_list(NameVariable.AUTHOR):
            if not isinstance(name, Literal):
                continue
            slip = _slip_within(name.text, publisher)
            if slip is None or (mention.key, publisher) in told:
                continue
            told.add((mention.key, publisher))
            yield paper.problem(
                mention.file_span(place.start, place.end),
                f"{quote(publisher)} as publisher has '{slip[1]}',"
                f" {quote(name.text)} as author has '{slip[0]}'",
                hint="Write the name of the body alike in both places.",
            )


def _slip_within(author: str, publisher: str) -> tuple[str, str] | None:
    """The words that differ between ``publisher`` and the like-long end or head of ``author``."""
    words, count = author.split(), len(publisher.split())
    if count < _FEWEST_WORDS:
        return None
    parts = (" ".join(words[-count:]), " ".join(words[:count]))
    return next((slip for part in parts if (slip := slipped_word(part, publisher))), None)


RULE = Rule(
    "NOT018",
    "spelling-mismatch",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
)
