"""The word "edition" in the field of the edition.

The style adds it, so that "2nd edition edition" or "2nd ed. ed." is printed.

    edition = {2nd edition}

Write the number alone: `edition = {2nd}`.

It is wrong for a style of your own that adds no word. BibLaTeX prints a text that is no number as
it stands, so that files for it are let alone; see `edition-form`.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_WORD = re.compile(
    r"\s*+((?:\d+(?:\s?st|\s?nd|\s?rd|\s?th|\.)?|[A-Za-z]+))\s+"
    r"(?:editions?|edn\.?|eds?\.?|auflage|aufl\.?|édition|éd\.?|edición|edizione)\s*+",
    re.IGNORECASE,
)


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    match = _WORD.fullmatch(field.value)
    if match is None or field.entry.file.dialect == "biblatex":
        return
    short = match[1].removesuffix(".")
    yield field.problem(
        f"'{field.value.strip()}' says 'edition', which the style adds",
        hint=f"Write '{short}'.",
        fix=field.replacement(f"Write '{short}'", short),
    )


RULE = Rule(
    "PAG016",
    "word-in-edition",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"edition"})),
    fixability=Fixability.SAFE,
)
