"""Web addresses that follow a comma in some references, and nothing or another mark in others.

    ..., 20 August 2002 <http://example.org/a>    beside    ..., 8 May 1999, <http://example.org/b>

Told once for the paper, at the first place that does otherwise than most.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.conventions import Observed, mixed_problem, mixture, shown_mark
from citekit.model.diagnostic import Severity
from citekit.model.variables import TextVariable


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    observed: list[Observed] = []
    for mention in paper.mentions:
        for span in mention.places.get(TextVariable.URL, ())[:1]:
            before = mention.text[mention.start : span.start].rstrip(" <([")
            if not before or (before[-1].isdigit() is False and before[-1] not in ",.;:"):
                continue
            form = before[-1] if before[-1] in ",.;:" else ""
            start = max(mention.start, mention.start + len(before) - 5)
            observed.append(Observed(form, mention, start, span.start + 1))
    found = mixture(observed, fewest=3)
    if found is not None:
        form = found.strays[0].form
        yield mixed_problem(
            paper,
            found,
            f"{shown_mark(form)} stands before this address,"
            f" but {shown_mark(found.form)} {found.count}",
            "Set off all addresses alike.",
        )


RULE = Rule(
    "NOT066",
    "url-delimiter-mismatch",
    __doc__,
    Severity.STYLE,
    PaperCheck(_check),
    is_default=False,
)
