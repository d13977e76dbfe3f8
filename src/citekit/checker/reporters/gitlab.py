"""Findings as a report of code quality, which GitLab shows in merge requests."""

import json

from citekit.checker.reporters.report import Report, printable
from citekit.model.diagnostic import Severity

_LEVELS = {
    Severity.ERROR: "major",
    Severity.WARNING: "minor",
    Severity.INFO: "info",
    Severity.STYLE: "info",
}


def write_gitlab(report: Report) -> str:
    """A list of issues in the format of Code Climate, as far as GitLab reads it.

    Source: GitLab Docs, "Code Quality", code quality report format.
    """
    issues = [
        {
            "description": f"{one.code}: {printable(one.message)}",
            "check_name": one.code,
            "fingerprint": fingerprint,
            "severity": _LEVELS.get(one.severity, "info"),
            "location": {
                "path": one.path.removeprefix("./"),
                "positions": {
                    "begin": {"line": one.line, "column": one.column},
                    "end": {"line": one.end_line, "column": one.end_column},
                },
            },
        }
        for one, fingerprint in zip(report.findings, report.fingerprints, strict=True)
    ]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"
