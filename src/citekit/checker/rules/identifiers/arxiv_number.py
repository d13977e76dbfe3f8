"""A number that arXiv cannot have given.

Numbers of arXiv tell the year and the month: `1706.03762` is of June 2017. One with a thirteenth
month, or with five digits before 2015, is mistyped.

    eprint = {1713.03762}, archiveprefix = {arXiv}

Compare the number with the page of the preprint. Classes behind it (`2112.09992 [cs]`) belong into
`primaryclass`; the fix leaves them out.

It is wrong in no case we know of.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.identifiers.arxiv import PREFIX, fault_of, is_arxiv
from citekit.model.diagnostic import Severity

_CLASSES = re.compile(r"\s*\[[\w.,; -]{0,80}\]$")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    if not field.value.strip() or not is_arxiv(field.entry):
        return
    match = PREFIX.match(field.value)
    number = (field.value[match.end() :] if match else field.value).strip().removesuffix(".pdf")
    bare = _CLASSES.sub("", number)
    fault = fault_of(number)
    if bare != number and not fault_of(bare):
        yield field.problem(
            f"'{number}' has classes behind the number",
            hint=f"Write '{bare}'.",
            fix=field.replacement(f"Write '{bare}'", bare),
        )
    elif fault:
        yield field.problem(
            f"'{number}' is no number of arXiv: {fault}",
            hint="Compare it with the page of the preprint.",
        )


RULE = Rule(
    "IDN018",
    "malformed-arxiv-number",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"eprint"})),
    fixability=Fixability.SAFE,
)
