"""Findings as JSON, whole or line by line."""

import json
from collections.abc import Mapping

from citekit.checker.finding import Finding
from citekit.checker.reporters.report import Report
from citekit.text.lines import LineIndex


def write_json(report: Report) -> str:
    """A list of objects, one a finding; see ``finding_object``."""
    rows = [json.dumps(one, ensure_ascii=False) for one in _objects(report)]
    if not rows:
        return "[]\n"
    return "[\n" + ",\n".join(f"  {row}" for row in rows) + "\n]\n"


def write_jsonl(report: Report) -> str:
    """One object a line."""
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in _objects(report))


def _objects(report: Report) -> list[dict[str, object]]:
    indices = {path: LineIndex(text) for path, text in report.texts.items()}
    return [
        finding_object(one, fingerprint, indices)
        for one, fingerprint in zip(report.findings, report.fingerprints, strict=True)
    ]


def finding_object(
    one: Finding, fingerprint: str, indices: Mapping[str, LineIndex]
) -> dict[str, object]:
    """A finding as an object: code, name, severity, message, hint, place, fix, related places.

    Lines and columns are 1-based; ``start`` and ``end`` are offsets in code points. ``fix`` is
    null or an object with its title, whether it is safe, and its edits, each with path, offsets
    and text.
    """
    problem = one.problem
    fix = problem.fix
    edits = [
        {"path": e.path, "start": e.edit.start, "end": e.edit.end, "text": _clean(e.edit.text)}
        for e in (fix.edits if fix else ())
    ]
    related = []
    for other in problem.related:
        index = indices.get(other.path)
        line = index.place(other.span.start).line if index else 0
        related.append({"path": other.path, "line": line, "message": _clean(other.message)})
    return {
        "code": one.code,
        "name": one.name,
        "severity": one.severity.value,
        "message": _clean(one.message),
        "hint": _clean(problem.hint),
        "path": one.path,
        "line": one.line,
        "column": one.column,
        "end_line": one.end_line,
        "end_column": one.end_column,
        "start": problem.span.start,
        "end": problem.span.end,
        "fix": {"title": _clean(fix.title), "safe": fix.is_safe, "edits": edits} if fix else None,
        "related": related,
        "fingerprint": fingerprint,
    }


def _clean(text: str) -> str:
    """``text`` as it can be written in UTF-8."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
