"""A volume that has the number of the issue within it.

`12(3)` is how a list prints volume and issue; in the `.bib` each has its field, or styles that
print only one of them cannot.

    volume = {12(3)}

Write `volume = {12}` and `number = {3}`.

It is wrong where a volume itself is in parts, which are then written `12/3` or `12.3`; those
are let alone.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_BOTH = re.compile(
    r"\s*(\d{1,5})\s*(?:\(\s*(\d{1,4}(?:\s?[-–/]+\s?\d{1,4})?)\s*\)"
    r"|,\s*(?:no|nr|issue|iss|number)\b\.?[\s~]*(\d{1,4}))\s*",
    re.IGNORECASE,
)


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    match = _BOTH.fullmatch(field.value) if not field.value.isdecimal() else None
    if match is None or field.entry.type != "article":
        return
    volume, issue = match[1], match[2] or match[3]
    own = field.entry.first("number", "issue")
    fix = field.amendment(f"Write '{volume}'", match.end(1), len(field.value))
    if own is None and fix is not None:
        added = field.entry.addition("number", f"{{{issue}}}", after=field)
        title = f"Write 'volume = {{{volume}}}' and 'number = {{{issue}}}'"
        fix = Fix(title, (*fix.edits, *added.edits))
    elif own is not None and own.value.strip() != issue:
        fix = None
    yield field.problem(
        f"'{field.value.strip()}' has the issue in it",
        hint=f"Write 'volume = {{{volume}}}' and 'number = {{{issue}}}'.",
        fix=fix,
    )


RULE = Rule(
    "PAG022",
    "issue-in-volume",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"volume"})),
    fixability=Fixability.SAFE,
)
