"""The book of a chapter led in by "in" for some chapters and not for others.

    Jane Doe, "Ships", in Mary Roe (ed.), Harbours, ...    beside    Ann Poe, "Tides", Seas, ...

Told once for the paper, at the first place that does otherwise than most.
"""

import re
from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.conventions import Observed, mixed_problem, mixture
from citekit.model.diagnostic import Severity
from citekit.model.variables import ItemType, TextVariable


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    observed: list[Observed] = []
    for mention in paper.mentions:
        book, title = mention.place(TextVariable.CONTAINER_TITLE), mention.place(TextVariable.TITLE)
        if mention.reference.type is not ItemType.CHAPTER or not book or not title:
            continue
        if title.end <= book.start:
            between = mention.text[title.end : book.start]
            match = re.match(r"[\W_]*(in)\b", between, re.IGNORECASE)
            form = "'in'" if match else "nothing"
            observed.append(Observed(form, mention, max(title.end - 1, 0), book.start + 1))
    found = mixture(observed)
    if found is not None:
        yield mixed_problem(
            paper,
            found,
            f"{found.strays[0].form} leads in to the book here, {found.form} {found.count}",
            "Lead in to all books alike.",
            show=lambda one: f"{one.form} in {one.mention.where}",
        )


RULE = Rule(
    "NOT065",
    "container-preposition-mismatch",
    __doc__,
    Severity.STYLE,
    PaperCheck(_check),
    is_default=False,
)
