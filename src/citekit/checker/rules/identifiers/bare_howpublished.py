r"""An address in `howpublished` that stands bare.

Outside `\url` LaTeX takes `_`, `%`, `#` and `~` for commands and cannot break the line; an address
with an underscore stops the run.

    howpublished = {https://example.org/a_page}

Write `howpublished = {\url{https://example.org/a_page}}`.

It is harmless where the list is made by pandoc or another program that links addresses itself.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_ADDRESS = re.compile(r"(?:https?|ftp)://[^\s{}\\\",;]{3,500}", re.IGNORECASE)
_BEFORE = re.compile(r"\\(?:url|href|path|nolinkurl|burl|urlstyle)\s*\{[^{}]*$")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    for match in _ADDRESS.finditer(field.value):
        if _BEFORE.search(field.value, max(0, match.start() - 200), match.start()):
            continue
        end = match.start() + len(match[0].rstrip(".)"))
        if field.value[end : end + 1] == "\\":
            continue
        address = field.value[match.start() : end]
        if "]" in address or field.value[max(0, match.start() - 2) : match.start()] == "}{":
            continue
        yield field.problem(
            f"'{address}' is not in \\url",
            start=match.start(),
            end=end,
            hint=f"Write '\\url{{{address}}}'.",
            fix=field.amendment("Put it into \\url", match.start(), end, f"\\url{{{address}}}"),
        )


RULE = Rule(
    "IDN029",
    "bare-address",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"howpublished"}), re.compile("://")),
    is_default=False,
    fixability=Fixability.SAFE,
)
