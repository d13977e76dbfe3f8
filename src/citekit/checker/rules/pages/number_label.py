"""A label such as `Vol.` or `no.` in a field of numbers.

The style adds the label itself; with one in the value the reader gets "vol. Vol. 27", and sorting
and comparing by number fail.

    volume = {Vol. 27},
    number = {no. 2},

Write the number alone: `volume = {27}`, `number = {2}`.

It is wrong for numbers whose label is part of the name, such as that of a report; `number` is
looked at only in articles, papers and books.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_LABEL = re.compile(
    r"\s*((?:volumes?|vols?\.?|v\.|bände|band|bd\.|tomes?|tomo|t\.|jahrgang|jg\.|numbers?|numéro"
    r"|nummer|num\.|nos?\.?|nr\.?|n\.?\s?[°º]|№|issues?|iss\.|heft|h\.|ausgabe|\\?\#)[\s~]*+)"
    r"(?=(?:\d+[a-z]?(?:\s?[-–/]+\s?\d+[a-z]?)?|[ivxlcdm]+)\s*$)",
    re.IGNORECASE,
)
_PART_LABEL = re.compile(
    r"\s*((?:chapters?|chap\.|ch\.|kapitel|kap\.|chapitre|parts?|pt\.|teil)[\s~]*+)"
    r"(?=(?:\d+[a-z]?|[ivxlcdm]+)\s*$)",
    re.IGNORECASE,
)
_NUMBERED = frozenset(
    {"article", "inproceedings", "conference", "incollection", "inbook", "book", "proceedings"}
)


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    value = field.value
    if value[:1].isdecimal() or (field.name == "number" and field.entry.type not in _NUMBERED):
        return
    pattern = _PART_LABEL if field.name in {"chapter", "part"} else _LABEL
    match = pattern.match(value)
    if match is None or (match[1].strip().isalpha() and not match[1][-1:].isspace()):
        return
    label = match[1].strip(" ~\n\t\r")
    yield field.problem(
        f"has the label '{label}', which the style adds",
        start=match.start(1),
        end=match.start(1) + len(label),
        hint=f"Write '{value[match.end() :].strip()}'.",
        fix=field.amendment(f"Remove '{label}'", match.start(1), match.end(1)),
    )


RULE = Rule(
    "PAG011",
    "label-in-number",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"volume", "number", "issue", "chapter", "part", "jourvol"})),
    fixability=Fixability.SAFE,
)
