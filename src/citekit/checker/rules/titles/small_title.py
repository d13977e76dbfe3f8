"""A title that begins with a small letter.

Hardly any title does; it was typed in haste or lowered by a program.

    title = {literate programming},

Write the first letter as a capital.

It is right for names such as `npm`, `e-learning` and `von Neumann`; put those in braces.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_SMALL = re.compile(r"\s*([a-zà-öø-ÿ])[a-zà-öø-ÿ]*+(?=[\s.,;:]|$)")


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    match = _SMALL.match(field.value)
    if match and not field.macro:
        word = match[0].strip()
        wanted = word[0].upper() + word[1:]
        yield field.problem(
            f"begins with the small letter of '{word}'",
            start=match.start(1),
            end=match.end(),
            hint=f"Write '{wanted}'.",
            fix=field.amendment(
                f"Write '{wanted}'", *match.span(1), word[0].upper(), is_safe=False
            ),
        )


RULE = Rule(
    "TIT025",
    "small-letter-in-title",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"title", "booktitle", "journal", "journaltitle"})),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
