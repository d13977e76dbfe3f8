"""What the gate before the rules of names stops, none of them would speak of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.checker.bib_file import BibFile
from citekit.checker.rule import FieldCheck
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules import names
from citekit.checker.rules.names.written_names import has_odd_names

_GATED = [
    rule
    for rule in names.RULES
    if isinstance(rule.scope, FieldCheck) and rule.scope.gate == has_odd_names
]
_WORDS = st.sampled_from(
    [
        "Day",
        "Ann",
        "Lee",
        "O'Neill",
        "McKay",
        "van",
        "der",
        "A.",
        "B",
        "J.-P.",
        "Müller,",
        ",",
        "Jr",
        "III",
        "and",
        "and",
        "and",
        "others",
        "et",
        "al.",
        "Dr",
        "Ph",
        "D",
        "press",
        "AG",
        "ACM",
        "X",
        "others,",
        "DAY",
        "day",
    ]
)
_VALUES = st.lists(_WORDS, min_size=1, max_size=9).map(" ".join)


def test_rules_of_names_have_the_gate() -> None:
    assert len(_GATED) > 15


@pytest.mark.parametrize("degree", ["Ph D", "D Sc"])
def test_a_degree_opens_the_gate(degree: str) -> None:
    field = BibFile("refs.bib", f"@book{{k, author = {{Day, {degree}}}}}").entries[0].fields[0]
    assert has_odd_names(field)


@given(_VALUES.map(lambda value: value.replace(" ,", ",")))
def test_no_rule_speaks_behind_a_closed_gate(value: str) -> None:
    field = BibFile("refs.bib", f"@book{{k, author = {{{value}}}}}").entries[0].fields[0]
    if has_odd_names(field):
        return
    for rule in _GATED:
        assert isinstance(rule.scope, FieldCheck)
        assert not list(rule.scope.check(field, RuleOptions(rule.options)))
