"""A value that is written out although a string says the same.

A file that has a string for a journal is meant to use it throughout: only then one change of the
definition changes all entries.

    @string{annbot = {Annals of Botany}}
    @article{alder2001, journal = {Annals of Botany}}

Write the name of the string; the fix does. Strings that other files define do not count.

It is harmless: the entry prints the same.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile, Definition
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.syntax.string_uses import definitions_by_name
from citekit.model.diagnostic import Severity


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    if not file.definitions:
        return
    by_value = _by_value(file)
    for entry in file.entries:
        for field in entry.fields:
            definition = by_value.get(field.value) if field.is_literal else None
            if definition and definition.block.start < entry.node.start:
                name = definition.name
                yield field.problem(
                    f"'{field.value}' is what the string '{name}' says",
                    hint=f"Write '{field.name} = {name}'.",
                    fix=field.rewriting(f"Write '{name}'", name),
                )


def _by_value(file: BibFile) -> dict[str, Definition]:
    """The first definition of each value whose name has no other."""
    found: dict[str, Definition] = {}
    for definition, *others in definitions_by_name(file).values():
        if not others and definition.value.strip() and not definition.value.isdigit():
            found.setdefault(definition.value, definition)
    return found


RULE = Rule(
    "SYN013",
    "written-out-string",
    __doc__,
    Severity.INFO,
    FileCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
)
