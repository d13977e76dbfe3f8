"""How fields are shown to checks: gates, patterns and what these need."""

import re
from collections.abc import Iterator

import pytest

from citekit.checker.active_rule import ActiveRule
from citekit.checker.bib_checking import check_bib_file
from citekit.checker.bib_field import Field
from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_TEXT = "@book{k, title = {A Red Hat}, author = {Day, Ann}, note = {red ink}, year = 1999}"


def _every(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    yield field.problem("is seen")


def _rule(scope: FieldCheck) -> ActiveRule:
    return ActiveRule(Rule("NAM900", "seen", "Seen.", Severity.INFO, scope), Severity.INFO)


def _seen(*scopes: FieldCheck) -> list[str]:
    found = check_bib_file(BibFile("refs.bib", _TEXT), [_rule(scope) for scope in scopes])
    return sorted(problem.message.partition(" ")[0] for _, problem in found)


def test_a_gate_is_asked_once_for_a_field() -> None:
    asked: list[str] = []

    def gate(field: Field) -> bool:
        asked.append(field.name)
        return field.name == "note"

    names = frozenset({"title", "note"})
    assert _seen(*[FieldCheck(_every, names, gate=gate)] * 3) == ["note"] * 3
    assert asked == ["title", "note"]


@pytest.mark.parametrize("names", [frozenset[str](), frozenset({"note"})])
def test_a_pattern_is_found_in_the_fields_looked_at(names: frozenset[str]) -> None:
    scope = FieldCheck(_every, names, re.compile("red"))
    assert _seen(scope) == ["note"]


@pytest.mark.parametrize(
    ("needs", "seen"), [((), ["title"]), (("hat",), ["title"]), (("x", "red"), ["title"])]
)
def test_a_pattern_needs_one_of_its_texts_in_any_case(
    needs: tuple[str, ...], seen: list[str]
) -> None:
    assert _seen(FieldCheck(_every, pattern=re.compile("Red"), needs=needs)) == seen


def test_a_pattern_is_not_searched_for_without_what_it_needs() -> None:
    assert _seen(FieldCheck(_every, pattern=re.compile("Red"), needs=("blue",))) == []
