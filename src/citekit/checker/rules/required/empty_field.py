"""A field with nothing in it.

It says nothing that its absence would not say, and BibTeX warns of some of them ("empty year"). It
often marks something that was to be looked up.

    note = {},

Fill it in or remove it. The fix removes it.

It is harmless for programs, which take it as absent; only an entry that takes fields over from
another one may need an empty field to keep one of them out, and such entries are let alone.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

# From the first of several braces on, and not far: what is longer is no slip, and takes time.
_NOTHING = re.compile(r"(?<!\{)\{[\s{~]{0,99}+\}|\"[\s{}~]{0,99}+\"")
_HEIRS = ("crossref", "xdata")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    if field.value.strip(" \t\r\n{}~") or field.entry.first(*_HEIRS) is not None:
        return
    node = field.node
    yield field.entry.problem(
        f"'{node.name}' is empty",
        span=node.value_span,
        hint=f"Fill it in, or remove '{node.name}'.",
        fix=field.removal(),
    )


RULE = Rule(
    "REQ009",
    "empty-field",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, pattern=_NOTHING),
    fixability=Fixability.SAFE,
)
