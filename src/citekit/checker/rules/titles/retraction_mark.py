"""A title that says the work was retracted or withdrawn.

The mark is the publisher's. Whoever cites a retracted work should say so, or cite another.

    title = {[Retracted] Tea Against All Ills},

Cite another work, or say in the text that this one was retracted.

It is right where the retraction itself is the subject.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_MARK = re.compile(
    r"^[\s{*]*(?:\[|\()?\s*(?:retracted|withdrawn|removed|temporary removal)"
    r"(?:\s+(?:article|paper|chapter))?\s*(?:\]|\)|:|--|–|—)"
    r"|[\[(]\s*(?:retracted|withdrawn|retraction)(?:\s+\w+)?\s*[\])][\s}]*$"
    r"|^[\s{]*retraction(?: note| notice)?(?: to)?:",
    re.IGNORECASE,
)

_WORDS = ("retract", "withdrawn", "remov")


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    lowered = field.value.lower()
    if not any(word in lowered for word in _WORDS):
        return
    match = _MARK.search(field.value)
    if match:
        yield field.problem(
            f"says '{match[0].strip()}'",
            start=match.start(),
            end=match.end(),
            hint="Cite another work, or say in the text that this one was retracted.",
        )


RULE = Rule(
    "TIT019",
    "retraction-mark",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"title"})),
)
