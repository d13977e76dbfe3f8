"""Editors that are named in more than one way: "(ed.)", "ed." and "(edited by ...)" in one paper.

    in Doe (ed.), Harbours, ...    beside    Ships (edited by Mary Roe), ...

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
from citekit.model.variables import NameVariable

_BEHIND = re.compile(r"\s*,?\s*(?P<bracket>[(\[]?)(?:eds?|editors?|hg|hrsg)\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?P<bracket>[(\[]?)\s*(?P<word>edited by|eds?\.?(?: by)?|hg\.? v\.|hrsg\.? von)\s*$",
    re.IGNORECASE,
)


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    observed: list[Observed] = []
    for mention in paper.mentions:
        place = mention.place(NameVariable.EDITOR)
        if place is None:
            continue
        behind = _BEHIND.match(mention.text, place.end)
        before = _BEFORE.search(mention.text, max(0, place.start - 20), place.start)
        if behind:
            form = "'(ed.)' behind the names" if behind["bracket"] else "'ed.' behind the names"
            observed.append(Observed(form, mention, place.start, behind.end()))
        elif before:
            form = f"'{before['word'].lower()}' before the names"
            observed.append(Observed(form, mention, before.start(), place.end))
    found = mixture(observed)
    if found is not None:
        yield mixed_problem(
            paper,
            found,
            f"editors have {found.strays[0].form} here, but {found.form} {found.count}",
            "Name all editors in one way.",
            show=lambda one: f"{one.form} in {one.mention.where}",
        )


RULE = Rule(
    "NOT064",
    "editor-format-mismatch",
    __doc__,
    Severity.STYLE,
    PaperCheck(_check),
    is_default=False,
)
