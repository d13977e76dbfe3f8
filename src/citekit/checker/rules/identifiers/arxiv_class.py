"""A class of arXiv that there is not.

The class tells where arXiv lists a preprint (`cs.CL`). A mistyped one is printed in brackets
behind the number.

    primaryclass = {cs.cl}

Write it as arXiv does: `primaryclass = {cs.CL}`.

It is wrong for a class that arXiv has opened since this list was made.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.identifiers.arxiv import classes, is_arxiv
from citekit.model.diagnostic import Severity

_BRACKETS = re.compile(r"\s*\[?\s*([\w.-]{2,24})\s*\]?\s*")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    value = field.value
    match = _BRACKETS.fullmatch(value)
    if not value.strip() or not is_arxiv(field.entry):
        return
    known = classes().get(match[1].lower(), "") if match else ""
    if known != value.strip():
        hint = f"Write '{known}'." if known else "Look it up on the page of the preprint."
        fix = field.replacement(f"Write '{known}'", known) if known else None
        yield field.problem(f"'{value.strip()}' is no class of arXiv", hint=hint, fix=fix)


RULE = Rule(
    "IDN041",
    "unknown-arxiv-class",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"primaryclass", "eprintclass"})),
    fixability=Fixability.SAFE,
)
