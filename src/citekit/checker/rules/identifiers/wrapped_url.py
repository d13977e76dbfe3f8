r"""A `url` that has the command `\url` in it, or text around the address.

Styles put the command there themselves; a command within a command fails, and programs that read
the field get no address.

    url = {\url{https://example.org}}

Write the address alone: `url = {https://example.org}`.

It is harmless with a style of BibTeX that prints the field as it stands.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_WRAPPED = re.compile(
    r"\s*(?:\\(?:url|path|nolinkurl|texttt)\s*\{([^{}]*)\}|\\href\s*\{([^{}]*)\}\s*\{[^{}]*\}|<((?:https?|ftp)://[^<>\s]*)>"
    r"|(?:URL|available\s+(?:at|from)|retrieved\s+from|online)\s*:?\s+((?:https?|ftp)://\S+))\s*\.?\s*",
    re.IGNORECASE,
)


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    match = _WRAPPED.fullmatch(field.value)
    if match:
        address = next((group for group in match.groups() if group), "").strip()
        if address:
            yield field.problem(
                f"'{field.value.strip()}' has more than the address",
                hint=f"Write '{address}'.",
                fix=field.replacement(f"Write '{address}'", address),
            )


RULE = Rule(
    "IDN053",
    "command-in-url",
    __doc__,
    Severity.WARNING,
    FieldCheck(
        _check, frozenset({"url"}), re.compile(r"\\(?:url|path|nolinkurl|texttt|href)|<\w|\s\w+://")
    ),
    fixability=Fixability.SAFE,
)
