"""Findings as commands of GitHub Actions, which shows them beside the changed lines."""

from citekit.checker.reporters.report import Report, printable
from citekit.model.diagnostic import Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def write_github(report: Report) -> str:
    """One workflow command a finding.

    Source: GitHub Docs, "Workflow commands for GitHub Actions", setting a message.
    """
    lines = []
    for one in report.findings:
        hint = printable(one.problem.hint)
        message = _data(printable(one.message) + (f"\n{hint}" if hint else ""))
        columns = f",col={one.column}"
        if one.end_line == one.line and one.end_column > one.column:
            columns += f",endColumn={one.end_column}"
        lines.append(
            f"::{_COMMANDS.get(one.severity, 'notice')} file={_property(one.path)}"
            f",line={one.line},endLine={one.end_line}{columns}"
            f",title={_property(f'{one.code} {one.name}')}::{message}\n"
        )
    return "".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
