"""Findings in SARIF, which GitHub's code scanning and many viewers read."""

import json
from typing import TYPE_CHECKING
from urllib.parse import quote

from citekit import __version__
from citekit.checker.finding import Finding, Fix
from citekit.checker.reporters.report import Report, printable
from citekit.model.diagnostic import Severity
from citekit.text.lines import LineIndex

if TYPE_CHECKING:
    from citekit.checker.rule import Rule

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_FINGERPRINT = "citekit/v1"


def write_sarif(report: Report) -> str:
    """A log of one run, with the rules that found something, and fixes as replacements.

    Source: SARIF 2.1.0 (OASIS); columns count code points (``unicodeCodePoints``).
    """
    # Findings at hand are written in less time than it takes to import the rules.
    from citekit.checker.registry import find_rule  # noqa: PLC0415

    codes = sorted({one.code for one in report.findings})
    rules = [rule for rule in map(find_rule, codes) if rule is not None]
    indices = {path: LineIndex(text) for path, text in report.texts.items()}
    results = [
        _result(one, codes.index(one.code), fingerprint, indices)
        for one, fingerprint in zip(report.findings, report.fingerprints, strict=True)
    ]
    driver = {
        "name": "citekit",
        "version": __version__,
        "rules": [_descriptor(rule) for rule in rules],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _descriptor(rule: "Rule") -> dict[str, object]:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.manual.strip()},
        "help": {"text": rule.manual.strip(), "markdown": rule.manual.strip()},
        "defaultConfiguration": {"level": _LEVELS.get(rule.severity, "note")},
    }


def _result(
    one: Finding, rule_index: int, fingerprint: str, indices: dict[str, LineIndex]
) -> dict[str, object]:
    problem = one.problem
    hint = printable(problem.hint)
    text = f"{printable(one.message)}. {hint}" if hint else printable(one.message)
    result: dict[str, object] = {
        "ruleId": one.code,
        "ruleIndex": rule_index,
        "level": _LEVELS.get(one.severity, "note"),
        "message": {"text": text},
        "locations": [{"physicalLocation": _location(one)}],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
    }
    related = [
        {
            "id": number,
            "message": {"text": printable(other.message)},
            "physicalLocation": {
                "artifactLocation": {"uri": _uri(other.path)},
                "region": {"startLine": indices[other.path].place(other.span.start).line},
            },
        }
        for number, other in enumerate(problem.related)
        if other.path in indices
    ]
    if related:
        result["relatedLocations"] = related
    if problem.fix is not None:
        result["fixes"] = [_fix(problem.fix, indices)]
    return result


def _location(one: Finding) -> dict[str, object]:
    region = {
        "startLine": one.line,
        "startColumn": one.column,
        "endLine": one.end_line,
        "endColumn": one.end_column,
    }
    return {"artifactLocation": {"uri": _uri(one.path)}, "region": region}


def _fix(fix: Fix, indices: dict[str, LineIndex]) -> dict[str, object]:
    changes: dict[str, list[dict[str, object]]] = {}
    for one in fix.edits:
        index = indices.get(one.path)
        if index is None:
            continue
        start, end = index.place(one.edit.start), index.place(one.edit.end)
        replacement: dict[str, object] = {
            "deletedRegion": {
                "startLine": start.line,
                "startColumn": start.column,
                "endLine": end.line,
                "endColumn": end.column,
            },
            "insertedContent": {
                "text": one.edit.text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
            },
        }
        changes.setdefault(one.path, []).append(replacement)
    return {
        "description": {"text": printable(fix.title)},
        "artifactChanges": [
            {"artifactLocation": {"uri": _uri(path)}, "replacements": replacements}
            for path, replacements in changes.items()
        ],
    }


def _uri(path: str) -> str:

    return quote(path.removeprefix("./"))
