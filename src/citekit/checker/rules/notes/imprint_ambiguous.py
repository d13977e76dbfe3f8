"""An imprint of one word that may be the place or the publisher.

    Doe, Jane, Harbours, Harborough, 2002.

A reader cannot tell whether a press of that name is meant or the town where some publisher sits.
Give both. Publishers who are known by one word (Routledge, Springer) and acronyms are left alone,
and so is a name that the paper has with its place elsewhere.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.imprints import is_ambiguous_imprint, is_place_alone
from citekit.checker.rules.notes.wording import one_place, quote
from citekit.model.diagnostic import Severity
from citekit.model.variables import TextVariable


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    for mentions in paper.by_work.values():
        mention = one_place(mentions)
        variable = TextVariable.PUBLISHER
        if not is_ambiguous_imprint(paper, mention):
            variable = TextVariable.PUBLISHER_PLACE
            if not is_place_alone(paper, mention):
                continue
        span = mention.place(variable)
        if span is None:
            continue
        name = mention.printed(variable)
        yield paper.problem(
            mention.file_span(span.start, span.end),
            f"{quote(name)} alone may be the place or the publisher",
            hint="Give both, the place and the publisher.",
        )


RULE = Rule(
    "NOT028",
    "imprint-ambiguous",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
    is_default=False,
)
