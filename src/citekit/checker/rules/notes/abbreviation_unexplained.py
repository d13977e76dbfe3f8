"""A publisher who is given as an abbreviation only, which the paper nowhere spells out.

    Doe, Jane, Harbours, NHWU, 2000.

Write the name out, at least once. Presses that are known by their letters (MIT, ACM) do not need
it, and you may ignore the rule for them.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.fields.organisations import is_acronym
from citekit.model.diagnostic import Severity
from citekit.model.variables import TextVariable

_KNOWN = frozenset(
    {"MIT", "ACM", "IEEE", "OECD", "UNESCO", "UNICEF", "ISO", "NATO", "CUP", "OUP", "BBC"}
)


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    told: set[str] = set()
    for mention in paper.mentions:
        name = mention.reference.text(TextVariable.PUBLISHER)
        span = mention.place(TextVariable.PUBLISHER)
        if span is None or name in told or name in _KNOWN or not is_acronym(name):
            continue
        told.add(name)
        if f"({name})" in paper.text or f"{name} (" in paper.text:
            continue
        yield paper.problem(
            mention.file_span(span.start, span.end),
            f"the publisher '{name}' is nowhere spelt out",
            hint="Write the name in full.",
        )


RULE = Rule(
    "NOT071",
    "abbreviation-unexplained",
    __doc__,
    Severity.STYLE,
    PaperCheck(_check),
    is_default=False,
)
