"""A `url` that leads to the machine of whoever wrote it.

`file:`, `localhost` or a path of a disk mean nothing to a reader, and tell the world about
folders.

    url = {file:///home/ada/papers/a.pdf}

Give the public address, or leave the field out; a path belongs into `file`, which the fix makes of
it.

It is harmless in a list that nobody else reads.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_LOCAL = re.compile(
    r"\s*(?:file:|https?://(?:localhost|127\.0\.0\.1)(?![\w.])|[A-Za-z]:[\\/]|/(?:home|Users)/)",
    re.IGNORECASE,
)


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    value = field.value.strip()
    if _LOCAL.match(value):
        is_path = not value.lower().startswith("http")
        can_move = is_path and field.entry.get("file") is None
        yield field.problem(
            f"'{value}' is an address of one machine",
            hint="Give the public address, or leave the field out.",
            fix=field.renaming("file", is_safe=False) if can_move else None,
        )


RULE = Rule(
    "IDN052",
    "local-address",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"url"})),
    fixability=Fixability.UNSAFE,
)
