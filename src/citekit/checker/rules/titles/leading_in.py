"""A container's name with "In" before it.

The style prints the word itself; the list has "In: In Proceedings of …".

    booktitle = {In Proceedings of VLDB},

Leave the word out.

It is right for a title that begins with it, such as `In Search of Lost Time`; it is found only
before words that name proceedings, and before a colon.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_IN = re.compile(
    r"\s*In(?::\s*|[\s~]+(?=\{?(?:The\s+)?\{?(?:\d|Proc|Conference|Workshop|Symposium|International\s+(?:Conf|Work|Symp)"
    r"|Companion|Advances\s+in|IEEE|ACM)))",
    re.IGNORECASE,
)


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    match = _IN.match(field.value)
    if match and not field.macro:
        word = match[0].strip(" ~\n\t")
        yield field.problem(
            f"begins with '{word}', which the style prints",
            start=match.end() - len(match[0].lstrip()),
            end=match.end(),
            hint=f"Remove '{word}'.",
            fix=field.amendment(f"Remove '{word}'", *match.span()),
        )


RULE = Rule(
    "TIT028",
    "leading-in",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"booktitle"})),
    fixability=Fixability.SAFE,
)
