"""Findings written down in every format."""

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest
from lxml import etree

from citekit.checker.finding import FileEdit, Finding, Fix, Problem, Related
from citekit.checker.fingerprints import fingerprints
from citekit.checker.registry import RULES
from citekit.checker.reporters.registry import REPORTERS
from citekit.checker.reporters.report import Report
from citekit.model.diagnostic import Severity
from citekit.model.edits import Edit
from citekit.model.spans import Span

_CASES = Path(__file__).parents[2] / "cases" / "checker"
_TEXT = '@article{a,\n\tpages = {113--101}, title = {素<x>&"%0A: \x07},\n}\n'
_LONG = "@article{b, title = {" + "x" * 5000 + " 113--101 " + "y" * 5000 + "}}\n"


def _finding(
    path: str,
    start: int,
    *,
    place: tuple[int, int],
    severity: Severity = Severity.WARNING,
    fix: Fix | None = None,
) -> Finding:
    line, column = place
    problem = Problem(
        path,
        Span(start, start + 8),
        "pages '113--101' run\nbackwards: 100%, <&> \udcff",
        "Write '101--113'.",
        fix,
        (Related("refs.bib", Span(0, 1), "the entry is here"),),
    )
    name = next(rule.name for rule in RULES if rule.code == "PAG003")
    return Finding("PAG003", name, severity, problem, line, column, line, column + 8)


def _report(*, has_colour: bool = False) -> Report:
    start = _TEXT.index("113")
    fix = Fix("Swap them", (FileEdit("refs.bib", Edit(start, start + 8, "101--113")),))
    wide = _TEXT.index("<x>")
    long = _LONG.index("113")
    findings = (
        _finding("refs.bib", start, place=(2, 11), fix=fix),
        _finding("refs.bib", wide, place=(2, wide - 11), severity=Severity.ERROR),
        _finding("a b/lông.bib", long, place=(1, long + 1), severity=Severity.STYLE),
    )
    texts = {"refs.bib": _TEXT, "a b/lông.bib": _LONG}
    return Report(findings, fingerprints(findings, texts), texts, has_colour)


def _written(name: str, report: Report) -> str:
    return next(one.write(report) for one in REPORTERS if one.name == name)


@pytest.mark.parametrize("name", [one.name for one in REPORTERS])
def test_every_report_can_be_written_and_is_whole_without_findings(name: str) -> None:
    for report in (_report(), Report((), ())):
        text = _written(name, report)
        text.encode("utf-8")
        assert not text or text.endswith("\n")


def test_the_full_report_shows_what_is_meant() -> None:
    expected = tomllib.loads((_CASES / "reports.toml").read_text("utf-8"))
    assert _written("full", _report()) == expected["full"]
    coloured = _written("full", _report(has_colour=True))
    assert "\x1b[1;33mPAG003\x1b[0m" in coloured


@pytest.mark.parametrize("name", ["concise", "errorformat", "github"])
def test_reports_of_lines(name: str) -> None:
    expected = tomllib.loads((_CASES / "reports.toml").read_text("utf-8"))
    assert _written(name, _report()) == expected[name]


def test_json_and_jsonl_hold_the_same() -> None:
    listed = json.loads(_written("json", _report()))
    assert listed == [json.loads(line) for line in _written("jsonl", _report()).splitlines()]
    first = listed[0]
    assert first["path"] == "refs.bib"
    assert _TEXT[first["start"] : first["end"]] == "113--101"
    assert first["fix"]["edits"] == [
        {"path": "refs.bib", "start": 22, "end": 30, "text": "101--113"}
    ]
    assert first["related"] == [{"path": "refs.bib", "line": 1, "message": "the entry is here"}]
    assert len({one["fingerprint"] for one in listed}) == len(listed)


def test_gitlab_gets_what_it_needs() -> None:
    issues = json.loads(_written("gitlab", _report()))
    assert [issue["severity"] for issue in issues] == ["minor", "major", "info"]
    for issue in issues:
        assert {"description", "check_name", "fingerprint", "severity", "location"} == set(issue)
        assert issue["location"]["positions"]["begin"]["line"] >= 1


def test_junit_counts_and_is_xml() -> None:
    root = etree.fromstring(_written("junit", _report()).encode())
    assert [suite.get("failures") for suite in root] == ["2", "1"]
    assert len(root.findall(".//failure")) == 3
    empty = etree.fromstring(_written("junit", Report((), ())).encode())
    assert [suite.get("failures") for suite in empty] == ["0"]


@pytest.mark.parametrize("report", [_report(), Report((), ())], ids=["findings", "none"])
def test_sarif_is_what_its_schema_asks_for(report: Report) -> None:
    """The schema is that part of SARIF 2.1.0's which a report uses, closed to all else."""
    schema = json.loads((_CASES / "sarif-2.1.0-part.schema.json").read_text("utf-8"))
    log = json.loads(_written("sarif", report))
    jsonschema.validate(log, schema)
    (run,) = log["runs"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
