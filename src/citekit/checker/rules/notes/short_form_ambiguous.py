"""A short form that may mean two works: "Doe, op. cit." after two works of hers.

    [^1]: Jane Doe, "Harbours", Shipping 3 (1984), 97.
    [^2]: Jane Doe, "Ships", Shipping 5 (1986), 12.
    [^3]: Doe, op. cit., 100.

Name the (short) title: "Doe, 'Harbours', 100". So does "Ibid." after a note that cites several
works.
"""

import re
from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    for diagnostic in paper.diagnostics:
        span = diagnostic.span
        if diagnostic.code != "short-form-ambiguous" or span is None:
            continue
        if not re.search(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)", paper.text[span.start : span.end]):
            yield paper.problem(span, diagnostic.message, hint="Name the title of the work here.")


RULE = Rule(
    "NOT007",
    "short-form-ambiguous",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
)
