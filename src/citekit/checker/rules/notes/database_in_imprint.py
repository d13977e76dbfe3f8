"""The name of a database among the elements of a printed article.

    Doe, Jane, "Harbours", The Port Interest, Port Research Library, Spring 2005, 79.

It tells where the author read the article, not where it was published, and reads like a
publisher. Leave it out, or give it at the end with the address.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.books import container
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.model.variables import TextVariable


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    for mention in paper.mentions:
        span = mention.place(TextVariable.SOURCE)
        if span is None or mention.place(TextVariable.URL) or not container(mention):
            continue
        name = mention.reference.text(TextVariable.SOURCE)
        yield paper.problem(
            mention.file_span(span.start, span.end),
            f"{quote(name)} is where the article was read, not where it was published",
            hint="Leave it out, or give it at the end with the address.",
        )


RULE = Rule(
    "NOT032",
    "database-in-imprint",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
    is_default=False,
)
