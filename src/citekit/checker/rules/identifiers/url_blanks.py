"""A `url` with blanks or signs that no address may have.

The link ends at the blank. Blanks come from names of files, or from an address that was broken
over two lines when it was copied.

    url = {https://example.org/my file.pdf}

Write `%20` for a blank that belongs there: `url = {https://example.org/my%20file.pdf}`, and close
up an address that was broken, which as a fix is unsafe. Several addresses belong into several
fields.

It is harmless with biber, which encodes the blank.
"""

import re
from collections.abc import Iterator
from urllib.parse import quote

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_ADDRESS = re.compile(r"\s*(?:https?|ftp)://\S", re.IGNORECASE)
_BAD = re.compile(r"[\s<>\"`|^]+")
_SEVERAL = re.compile(r"[\s;,](?:https?://|www\.|and\s)", re.IGNORECASE)
_LINE_BREAK = re.compile(r"\s*[\r\n]\s*")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    value = field.value.strip()
    match = _BAD.search(value)
    if match is None or not _ADDRESS.match(value):
        return
    fix, hint = None, "Leave one address, without text around it."
    if not _SEVERAL.search(value):
        joined = _LINE_BREAK.sub("", value)
        wanted = _BAD.sub(lambda bad: quote(bad[0]), joined)
        hint = f"Write '{wanted}'."
        fix = field.replacement(f"Write '{wanted}'", wanted, is_safe=joined == value)
    yield field.problem(
        f"'{value}' has {'a blank' if match[0].isspace() else repr(match[0])} in it",
        hint=hint,
        fix=fix,
    )


RULE = Rule(
    "IDN023",
    "blank-in-url",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"url"})),
    fixability=Fixability.SAFE,
)
