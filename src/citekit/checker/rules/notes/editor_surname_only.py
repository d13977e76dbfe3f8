"""An editor who is given by the family name alone, where others have their given names.

    Jane Doe, "Ships", in Roe (ed.), Harbours, ...

Give the name as the book does. Told once for each work; the rule speaks where the paper names at
least half of the editors in full.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.printed_names import printed_names
from citekit.model.diagnostic import Severity
from citekit.model.reference import PersonalName
from citekit.model.variables import NameVariable


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    full = sum(1 for one in paper.mentions for _ in printed_names(one, NameVariable.EDITOR))
    every = sum(len(one.reference.name_list(NameVariable.EDITOR)) for one in paper.mentions)
    if full * 2 < every:
        return
    told: set[str] = set()
    for mention in paper.mentions:
        span = mention.place(NameVariable.EDITOR)
        names = mention.reference.name_list(NameVariable.EDITOR)
        alone = [one for one in names if isinstance(one, PersonalName) and not one.given]
        if span is None or not alone or mention.key in told:
            continue
        told.add(mention.key)
        yield paper.problem(
            mention.file_span(span.start, span.end),
            f"the editor '{alone[0].family}' has no given name here",
            hint="Give the name as the book does.",
        )


RULE = Rule(
    "NOT076",
    "editor-surname-only",
    __doc__,
    Severity.STYLE,
    PaperCheck(_check),
    is_default=False,
)
