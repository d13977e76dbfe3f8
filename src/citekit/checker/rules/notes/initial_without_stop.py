"""Initials of given names without a full stop, where the others have one: "M Doe" beside "J. Roe".

Told once for the paper, with the other places. The rule speaks where three of four initials, and
at least four, have a stop (or have none).
"""

import re
from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.conventions import Observed, convention, mixed_problem
from citekit.checker.rules.notes.printed_names import LISTS, printed_names
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity

_INITIAL = re.compile(r"(?<![\w.'’-])[A-ZÀ-Þ](\.?)(?![\w'’.])")


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    observed: list[Observed] = []
    for mention in paper.mentions:
        for variable in LISTS:
            for name in printed_names(mention, variable):
                end = name.end + (mention.text[name.end : name.end + 1] == ".")
                match = _INITIAL.search(mention.text, name.start, end)
                if match and mention.text[end : end + 1] not in {"’", "'"}:
                    observed.append(Observed(match[1], mention, name.start, name.end))
    usual = convention(observed)
    if usual is not None and usual.strays:
        stray = usual.strays[0]
        said = (
            "no full stop follows the initial" if usual.form else "a full stop follows the initial"
        )
        yield mixed_problem(
            paper,
            usual,
            f"{said} in {quote(stray.printed)}, unlike {usual.count} in this paper",
            "Write the initials alike.",
        )


RULE = Rule(
    "NOT060",
    "initial-without-stop",
    __doc__,
    Severity.STYLE,
    PaperCheck(_check),
    is_default=False,
)
