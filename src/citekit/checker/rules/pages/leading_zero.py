"""A volume or number that begins with a zero.

`number = {02}` prints and sorts otherwise than `number = 2`; the zeros come from file names and
databases.

    number = {02}

Leave the zeros out: `number = {2}`.

It is wrong for numbers that are names, such as those of reports and standards; only articles,
papers and books are looked at.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_ZEROS = re.compile(r"\s*(0+)[1-9]\d*\s*")
_TYPES = frozenset(
    {"article", "inproceedings", "conference", "incollection", "inbook", "book", "proceedings"}
)


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    if "0" not in field.value[:2] or field.entry.type not in _TYPES:
        return
    match = _ZEROS.fullmatch(field.value)
    if match:
        start, end = match.span(1)
        yield field.problem(
            f"'{field.value.strip()}' begins with a zero",
            hint=f"Write '{match[0].strip().lstrip('0')}'.",
            fix=field.amendment("Remove the zeros in front", start, end),
        )


RULE = Rule(
    "PAG012",
    "leading-zero",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"volume", "number", "issue", "chapter", "edition"})),
    is_default=False,
    fixability=Fixability.SAFE,
)
