"""Identifiers that are nothing but a certain form: whether a field has it."""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck
from citekit.checker.rule_options import RuleOptions


def form_check(kind: str, example: str, pattern: str, *names: str, archive: str = "") -> FieldCheck:
    """The check that the fields ``names`` have the form ``pattern``, or say nothing.

    With ``archive`` the same holds for an ``eprint`` whose ``eprinttype`` that is. ``kind`` is
    what a value should be ("a PMID").
    """
    form = re.compile(pattern)

    def check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
        value = field.value.strip()
        if field.name == "eprint":
            of = field.entry.first("eprinttype", "archiveprefix")
            if of is None or of.value.strip().lower() != archive:
                return
        if value and not form.fullmatch(value):
            yield field.problem(
                f"'{value}' is not {kind}", hint=f"Write it in the form '{example}'."
            )

    return FieldCheck(check, frozenset({*names, "eprint"} if archive else names))
