"""A value in quotes where most are in braces, or the other way round.

    author = {Alder, Moritz},
    title  = "On Hedges",

Programs do not mind; but quotes within quotes need braces, so that braces give less trouble. The
fix writes the delimiters that most values have, of equally frequent ones those that come first.
Numbers without delimiters, strings and values in several parts are let alone, and so are values in
braces with a quote in them.

It is harmless, and a matter of taste.

Options: `share`, how many per cent must be written one way to be the usual one (50).
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.consistency.conventions import deviating
from citekit.model.diagnostic import Severity

_MARKS = {"{": "braces", '"': "quotes"}


def _check(file: BibFile, options: RuleOptions) -> Iterator[Problem]:
    ways: list[tuple[Field, str]] = []
    for entry in file.entries:
        for field in entry.fields:
            mark = file.text[field.node.value_start : field.node.value_start + 1]
            if mark in _MARKS and field.is_literal:
                ways.append((field, mark))
    for field, way, usual in deviating(ways, options.number("share")):
        if usual.usual == '"' and '"' in field.value:
            continue
        closing = "}" if usual.usual == "{" else '"'
        written = f"{usual.usual}{field.value}{closing}"
        yield field.entry.problem(
            f"the value of '{field.node.name}' is in {_MARKS[way]}, unlike {usual.share} in "
            f"{_MARKS[usual.usual]}",
            span=field.node.value_span,
            hint=f"Write '{written}'.",
            fix=field.rewriting(f"Write it in {_MARKS[usual.usual]}", written),
        )


RULE = Rule(
    "CON021",
    "delimiters-mixed",
    __doc__,
    Severity.STYLE,
    FileCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
    options={"share": 50},
)
