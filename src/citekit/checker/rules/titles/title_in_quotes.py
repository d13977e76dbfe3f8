r"""A title in quotation marks as a whole.

Styles that set such titles in quotation marks double them.

    title = {``Literate Programming''},

Leave the marks out; the fix does.

It is right for a title that is a quotation.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_QUOTED = re.compile(
    r"\s*(?:``(?P<a>[^`'\"]+)''|“(?P<b>[^“”]+)”|\"(?P<c>[^\"]+)\"|„(?P<d>[^„“”]+)[“”])\s*"
)


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    match = _QUOTED.fullmatch(field.value)
    if match:
        text = next(group for group in match.groups() if group)
        yield field.problem(
            "is in quotation marks as a whole",
            hint=f"Write '{text}'.",
            fix=field.replacement("Leave the marks out", text, is_safe=False),
        )


RULE = Rule(
    "TIT023",
    "title-in-quotes",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"title"}), re.compile(r"``|[“„]|\"\s*\"|\{\s*\"")),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
