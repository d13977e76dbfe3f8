"""Volume and issue written otherwise than in the other references: "20,2" beside "20:2".

    Doe, Jane, "Harbours", Shipping, 20,2, 2003.

Write them as the others are. The rule speaks where three of four references, and at least four,
write them in one way.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.conventions import Observed, convention
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.model.variables import NumberVariable


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    observed: list[Observed] = []
    for mention in paper.mentions:
        volume = mention.place(NumberVariable.VOLUME)
        issue = mention.place(NumberVariable.ISSUE)
        if not mention.reference.number(NumberVariable.VOLUME).isdecimal():
            continue
        if volume and issue and volume.end <= issue.start <= volume.end + 8:
            gap = "".join(mention.text[volume.end : issue.start].split()).lower()
            observed.append(Observed(gap, mention, volume.start, issue.end))
    usual = convention(observed, percent=85)
    for one in usual.strays if usual else ():
        yield paper.problem(
            one.span,
            f"volume and issue are {quote(one.printed)} here,"
            f" but '{usual.form if usual else ''}' parts them {usual.count if usual else ''}",
            hint="Write them as in the other references.",
        )


RULE = Rule(
    "NOT021",
    "volume-notation-mismatch",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
)
