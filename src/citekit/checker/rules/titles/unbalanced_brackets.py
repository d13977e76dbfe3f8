r"""A bracket in a title without its partner.

A part of the title was lost, or a letter too many was typed.

    title = {Tea (and Coffee in Europe},

Write the other bracket, or remove this one.

Brackets behind the number or letter of a list, and intervals that are open at one end, are right
and not found.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.prose import prose
from citekit.checker.rules.encoding.text_fields import TITLES
from citekit.model.diagnostic import Severity

_BRACKET = re.compile(r"[()\[\]]")
_LISTED = re.compile(r"(?:(?<=^)|(?<=[\s,;:]))(?:\w|\d{1,2}|[ivx]{2,4})\)|[:;]-?[()]")
_LONGEST_INTERVAL = 20
_PARTNERS = {")": "(", "]": "["}


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    text = prose(field.value)
    stack: list[re.Match[str]] = []
    odd: re.Match[str] | None = None
    for match in _BRACKET.finditer(text):
        if match[0] in "([":
            stack.append(match)
        elif stack and _is_closed(text, stack[-1], match):
            stack.pop()
        else:
            odd = odd or match
    odd = odd or (stack[0] if stack else None)
    if odd and not _LISTED.search(text):
        yield field.problem(
            f"has '{odd[0]}' without its partner",
            start=odd.start(),
            end=odd.end(),
            hint="Write the other bracket, or remove this one.",
        )


def _is_closed(text: str, opening: re.Match[str], closing: re.Match[str]) -> bool:
    """Whether the two belong together: brackets of a kind, or those of an open interval."""
    inner = text[opening.end() : closing.start()]
    is_interval = "," in inner and len(inner) < _LONGEST_INTERVAL
    return opening[0] == _PARTNERS[closing[0]] or is_interval


RULE = Rule(
    "TIT008",
    "unbalanced-brackets",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, TITLES | {"journal", "journaltitle", "series"}, _BRACKET),
)
