"""Every rule on cases of its own: what it must find and mend, and what it must leave alone."""

import tomllib
from pathlib import Path

import pytest

from citekit.checker.active_rule import ActiveRule
from citekit.checker.bib_file import BibFile
from citekit.checker.checking import check_project
from citekit.checker.finding import Finding
from citekit.checker.fixing import mend
from citekit.checker.project import Project
from citekit.checker.registry import FAMILIES, RULES, find_rule
from citekit.checker.rule import EngineCheck, Fixability, PaperCheck, Rule
from citekit.checker.rule_options import OptionValue, RuleOptions
from citekit.pipeline.checking.projects import ProjectFiles, build_project

_FOLDER = Path(__file__).parents[2] / "cases" / "rules"
_ROUNDS = 10


def _cases() -> list[dict[str, object]]:
    cases: list[dict[str, object]] = []
    for path in sorted(_FOLDER.glob("*.toml")):
        cases += tomllib.loads(path.read_text("utf-8"))["case"]
    return cases


CASES = _cases()


def _files(case: dict[str, object]) -> dict[str, str]:
    files = case.get("files", {})
    assert isinstance(files, dict)
    bib = case.get("bib")
    return {**({"refs.bib": str(bib)} if bib is not None else {}), **files}


def _options(rule: Rule, case: dict[str, object]) -> RuleOptions:
    values: dict[str, OptionValue] = dict(rule.options)
    own = case.get("options", {})
    assert isinstance(own, dict)
    for name, value in own.items():
        values[name] = tuple(value) if isinstance(value, list) else value
    return RuleOptions(values)


def _found(rule: Rule, case: dict[str, object], texts: dict[str, str]) -> list[Finding]:
    dialect = str(case.get("dialect", ""))
    if list(texts) == ["refs.bib"]:
        project = Project((BibFile("refs.bib", texts["refs.bib"], dialect=dialect),))
    else:
        has_papers = isinstance(rule.scope, PaperCheck)
        project = build_project(ProjectFiles(texts, dialect=dialect, has_papers=has_papers))
    active = ActiveRule(rule, rule.severity, _options(rule, case))
    return list(check_project(project, [active]))


def _id(case: dict[str, object]) -> str:
    return f"{case['rule']}-{case.get('name', '')}"


@pytest.mark.parametrize("case", CASES, ids=_id)
def test_a_rule_finds_what_it_must_where_it_is(case: dict[str, object]) -> None:
    """``lines`` are those of all findings (``path:line`` beyond refs.bib), none if left out."""
    rule = find_rule(str(case["rule"]))
    assert rule is not None
    found = _found(rule, case, _files(case))
    places = [one.line if one.path == "refs.bib" else f"{one.path}:{one.line}" for one in found]
    assert places == case.get("lines", [])
    for text in _words(case.get("says")):
        assert any(text in f"{one.message}\n{one.problem.hint}" for one in found), found
    if "at" in case:
        quoted = [
            _files(case)[one.path][one.problem.span.start : one.problem.span.end] for one in found
        ]
        assert quoted == case["at"]


@pytest.mark.parametrize(
    "case", [case for case in CASES if "fixed" in case or "fixed-files" in case], ids=_id
)
def test_a_fix_makes_what_it_should_and_nothing_is_left_to_mend(case: dict[str, object]) -> None:
    """``fixed`` is refs.bib with the fixes made, ``fixed-files`` are other files."""
    rule = find_rule(str(case["rule"]))
    assert rule is not None
    texts = _files(case)
    unsafe = rule.fixability is Fixability.UNSAFE or bool(case.get("unsafe"))
    for _ in range(_ROUNDS):
        mended = mend(texts, _found(rule, case, texts), unsafe=unsafe)
        if not mended.mended:
            break
        texts = dict(mended.texts)
    else:
        pytest.fail("the fixes do not come to an end")
    wanted = case.get("fixed-files", {})
    assert isinstance(wanted, dict)
    if "fixed" in case:
        wanted = {"refs.bib": case["fixed"], **wanted}
    assert {path: texts[path] for path in wanted} == wanted


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_cases_of_all_that_it_promises(rule: Rule) -> None:
    """One that it finds, one that it leaves alone, and one that it mends if it can."""
    if isinstance(rule.scope, EngineCheck):
        pytest.skip("found by the checker itself; see test_suppressing.py")
    own = [case for case in CASES if case["rule"] in {rule.code, rule.name}]
    assert any(case.get("lines") for case in own), "no case has a fault"
    assert any(not case.get("lines") for case in own), "no case is clean"
    has_fix = any("fixed" in case or "fixed-files" in case for case in own)
    assert has_fix == (rule.fixability is not Fixability.NONE)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_named_and_explained(rule: Rule) -> None:
    """The code has a known family, the manual a summary, a body and no long line."""
    assert rule.family in FAMILIES
    assert rule.code.removeprefix(rule.family).isdigit()
    assert rule.name == rule.name.lower()
    assert " " not in rule.name
    lines = rule.manual.strip().splitlines()
    assert lines[0].endswith(".")
    assert len(lines) > 3
    assert all(name in rule.manual for name in rule.options)


def test_codes_and_names_are_unique() -> None:
    """No two rules share a code or a name."""
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


def _words(value: object) -> list[str]:
    if value is None:
        return []
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]
