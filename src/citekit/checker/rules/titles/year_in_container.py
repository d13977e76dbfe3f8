"""A year in the name of a journal or of proceedings.

The entry has the year already, and the name of the series differs from year to year for no other
reason, so that the list has the same conference in many forms.

    booktitle = {Proceedings of VLDB 1975},

Leave the year out; the fix takes it out.

It is right where the year is the one in which the conference was held and the entry's another,
and it is a matter of taste. Spans of years, and books that are no proceedings, are not looked at.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.titles.containers import CONTAINERS
from citekit.model.diagnostic import Severity

_YEAR = re.compile(
    r"(?P<before>[\s,~(\-–']*)(?<![\d.:/])(?<!\d[-–])(?<!\d--)(?:(?:1[89]|20)\d\d|(?<=')\d\d)(?![\d.:/]|\s*[-–]+\s*\d|\w)(?P<after>\)?)"
)
_TYPES = frozenset({"inproceedings", "conference", "article", "proceedings"})


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    match = _YEAR.search(field.value)
    if match is None or field.entry.type not in _TYPES or field.macro:
        return
    start, end = match.span()
    year = match[0].strip(" ,~()-–\n\t")
    if match["after"] and "(" not in match["before"]:
        end -= 1
    rest = f"{field.value[:start]} {field.value[end:]}"
    has_words = len(rest.split()) > 1
    gap = " " if start and field.value[end : end + 1].isalnum() else ""
    if not start:
        end += len(field.value[end:]) - len(field.value[end:].lstrip(" ,"))
    yield field.problem(
        f"has the year '{year}'",
        start=match.start() + len(match["before"]),
        end=match.end() - len(match["after"]),
        hint=f"Leave '{year}' out.",
        fix=field.amendment(f"Remove '{year}'", start, end, gap, is_safe=False)
        if has_words
        else None,
    )


RULE = Rule(
    "TIT011",
    "year-in-container",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, CONTAINERS, re.compile(r"\d\d")),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
