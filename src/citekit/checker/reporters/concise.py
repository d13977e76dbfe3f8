"""A line for every finding: ``file:line:column: CODE message``."""

from citekit.checker.reporters.report import Report, printable


def write_concise(report: Report) -> str:
    """One line for each finding, with ``[*]`` where a safe fix is at hand."""
    lines = []
    for one in report.findings:
        fix = one.problem.fix
        mark = " [*]" if fix is not None and fix.is_safe else ""
        message = printable(one.message)
        lines.append(f"{one.path}:{one.line}:{one.column}: {one.code}{mark} {message}\n")
    return "".join(lines)
