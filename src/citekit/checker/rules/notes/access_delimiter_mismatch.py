"""The day of access set off from the address in more than one way.

    <http://example.org/a> Accessed: 5 May 2006
    <http://example.org/b>. Accessed: 6 May 2006

Told once for the paper, at the first place that does otherwise than most.
"""

import re
from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.conventions import Observed, mixed_problem, mixture, shown_mark
from citekit.model.diagnostic import Severity
from citekit.model.variables import DateVariable

_ACCESSED = re.compile(
    r"\b(?:last )?(?:accessed|retrieved|viewed|visited|abgerufen|consulté|consultado|zugriff)\b",
    re.IGNORECASE,
)


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    observed: list[Observed] = []
    for mention in paper.mentions:
        date = mention.place(DateVariable.ACCESSED)
        word = _ACCESSED.search(mention.text, mention.start, date.start) if date else None
        if word is None:
            continue
        before = mention.text[mention.start : word.start()].rstrip(" >")
        form = before[-1:] if before[-1:] in {",", ".", ";", "(", "["} else ""
        observed.append(Observed(form, mention, max(word.start() - 3, 0), word.end()))
    found = mixture(observed, fewest=3)
    if found is not None:
        form = found.strays[0].form
        yield mixed_problem(
            paper,
            found,
            f"{shown_mark(form)} stands before the day of access,"
            f" but {shown_mark(found.form)} {found.count}",
            "Set off the day of access alike everywhere.",
        )


RULE = Rule(
    "NOT074",
    "access-delimiter-mismatch",
    __doc__,
    Severity.STYLE,
    PaperCheck(_check),
    is_default=False,
)
