"""A word that stands twice in a row in a title.

    title = {The History of of Tea},

It was typed or joined wrongly; remove one of the two.

It is right for some titles; only articles, prepositions and their like are looked at, which hardly
ever stand so.
"""

import re
from collections.abc import Iterable
from itertools import islice
from operator import eq

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.prose import prose
from citekit.checker.rules.encoding.text_fields import TITLES
from citekit.model.diagnostic import Severity

_TWICE = re.compile(
    r"(?<![\w'’-])(of|the|and|a|an|for|to|with|from|by|at|or|und|der|des|für|et|les|des|del|y)\s+\1(?![\w'’-])",
    re.IGNORECASE,
)


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    words = field.value.lower().split()
    if not any(map(eq, words, islice(words, 1, None))):
        return
    match = _TWICE.search(prose(field.value))
    if match is None or match[0][-len(match[1]) :].isupper() != match[1].isupper():
        return
    yield field.problem(
        f"has '{match[1]}' twice",
        start=match.start(),
        end=match.end(),
        hint=f"Write '{match[1]}' once.",
        fix=field.amendment("Remove one", match.end(1), match.end(), is_safe=False),
    )


RULE = Rule(
    "TIT029",
    "doubled-word",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, TITLES | {"journal", "journaltitle"}),
    fixability=Fixability.UNSAFE,
)
