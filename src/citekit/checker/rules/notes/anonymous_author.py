"""A filler such as "Author unknown" in the place of an author.

    Author unknown, "Harbours of the north", Port Agency, 2006.

It is no name, but sorts and is cited as one. A work without an author is filed under its title,
or under the body that issued it, which a reader finds. Told once for each work, at its entry.
"""

import re
from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.text.data import load_words
from citekit.text.folding import fold

_END = re.compile(r"[,.:(]")


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    words = load_words("citekit.checker.rules.notes", "notes", "anonymous")
    for mentions in paper.by_work.values():
        found = [(one, head) for one in mentions if (head := _head(one)) and fold(head) in words]
        if not found:
            continue
        spans = [one.file_span(one.start, one.start + len(head)) for one, head in found]
        at = next((place for place, (one, _) in enumerate(found) if one.is_entry), 0)
        yield paper.problem(
            spans[at],
            f"{quote(found[at][1])} stands for a name",
            hint="Name the body that issued the work, or begin with its title.",
            related=tuple(paper.related(span, "and here") for span in spans if span != spans[at]),
        )


def _head(mention: Mention) -> str:
    """What stands before the first mark of a mention, nothing if that is all of it."""
    head = _END.split(mention.words, maxsplit=1)[0]
    return head if head[:1].isalpha() and len(head) < len(mention.words) else ""


RULE = Rule(
    "NOT031",
    "anonymous-author",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
)
