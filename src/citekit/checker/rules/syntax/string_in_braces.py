"""The name of a string in braces, where it is but a word.

A string is put in only where its name stands without delimiters. In braces the name itself is
printed.

    @string{annbot = {Annals of Botany}}
    @article{alder2001, journal = {annbot}}

Take the braces away; the fix does, on request.

It is wrong where the word is meant as it stands, as `{ACM}` for a publisher beside a string of that
name.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import MONTHS, BibFile
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.syntax.faults import shortened
from citekit.model.diagnostic import Severity


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    if not file.definitions:
        return
    values = {one.name: one.value for one in file.definitions if one.name.lower() not in MONTHS}
    for entry in file.entries:
        for field in entry.fields:
            value = values.get(field.value) if field.is_literal else None
            if value and value.casefold() != field.value.casefold():
                name = field.value
                yield field.problem(
                    f"'{name}' is the name of a string, which says '{shortened(value)}'",
                    hint=f"Write '{field.name} = {name}', without braces.",
                    fix=field.rewriting(f"Write '{name}' without braces", name, is_safe=False),
                )


RULE = Rule(
    "SYN040",
    "string-in-braces",
    __doc__,
    Severity.WARNING,
    FileCheck(_check),
    fixability=Fixability.UNSAFE,
)
