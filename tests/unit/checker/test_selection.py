"""Which rules speak, by selectors and settings."""

import pytest

from citekit.checker.registry import RULES, find_rule
from citekit.checker.rule import Rule
from citekit.checker.selection import check_selectors, is_selected, unknown_selectors
from citekit.checker.settings import (
    CheckSettings,
    active_rules,
    is_excluded,
    is_ignored_in,
)
from citekit.errors import ConfigError
from citekit.model.diagnostic import Severity


def _rule(name: str) -> Rule:
    rule = find_rule(name)
    assert rule is not None
    return rule


def _codes(settings: CheckSettings) -> set[str]:
    return {active.rule.code for active in active_rules(settings)}


@pytest.mark.parametrize(
    ("select", "ignore", "speaks"),
    [
        (["ALL"], [], True),
        (["PAG"], [], True),
        (["pag"], [], True),
        (["PAG003"], [], True),
        (["reversed-page-range"], [], True),
        (["DAT"], [], False),
        ([], [], False),
        (["PAG"], ["PAG003"], False),
        (["PAG003"], ["PAG"], True),
        (["PAG003"], ["PAG003"], False),
        (["PAG003"], ["ALL"], True),
        (["ALL"], ["PAG"], False),
        (["PAG00"], ["PAG"], True),
        (["P"], [], False),
    ],
)
def test_the_most_specific_selector_decides(
    select: list[str], ignore: list[str], *, speaks: bool
) -> None:
    assert is_selected(_rule("PAG003"), select, ignore) is speaks


def test_default_rules_speak_unless_told_otherwise() -> None:
    default = {rule.code for rule in RULES if rule.is_default}
    assert _codes(CheckSettings()) == default
    assert _codes(CheckSettings(ignore=("PAG",))) == {c for c in default if c[:3] != "PAG"}
    assert _codes(CheckSettings(ignore=("ALL",))) == set()
    assert _codes(CheckSettings(extend_select=("ALL",))) == {rule.code for rule in RULES}
    off = next(rule for rule in RULES if not rule.is_default)
    assert _codes(CheckSettings(extend_select=(off.code,))) == {*default, off.code}
    assert _codes(CheckSettings(select=("PAG003",))) == {"PAG003"}


def test_unknown_selectors_are_refused_with_what_may_be_meant() -> None:
    assert unknown_selectors(["PAG", "PGA", "nothing"]) == ("PGA", "nothing")
    with pytest.raises(ConfigError, match=r"--select.*'reversed-page-rang'.*did you mean"):
        check_selectors(["reversed-page-rang"], "--select")


def test_severity_comes_from_the_most_specific_selector() -> None:
    settings = CheckSettings(
        select=("PAG003", "PAG001"),
        severities={"PAG003": Severity.ERROR, "ALL": Severity.INFO, "PAG": Severity.STYLE},
    )
    found = {active.rule.code: active.severity for active in active_rules(settings)}
    assert found == {"PAG003": Severity.ERROR, "PAG001": Severity.STYLE}


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("old.bib", "a/old.bib", True),
        ("*.md", "a/b/c.md", True),
        ("drafts", "drafts/x.bib", True),
        ("drafts/", "drafts/x.bib", True),
        ("a/*.bib", "a/x.bib", True),
        ("a/*.bib", "b/x.bib", False),
        ("./a/x.bib", "a/x.bib", True),
        ("old", "older.bib", False),
    ],
)
def test_patterns_of_paths(pattern: str, path: str, *, fits: bool) -> None:
    settings = CheckSettings(per_file_ignores={pattern: ("PAG",)}, exclude=(pattern,))
    assert is_ignored_in("PAG003", path, settings) is fits
    assert is_excluded(path, settings) is fits
    assert not is_ignored_in("SUP001", path, settings)
