"""What checking found, as JSON and back: nothing that is read can be more than data."""

from collections.abc import Callable
from typing import TypeVar

from citekit.checker.finding import FileEdit, Finding, Fix, Problem, Related
from citekit.model.diagnostic import Severity
from citekit.model.edits import Edit
from citekit.model.spans import Span

_T = TypeVar("_T")


class NoRecordError(ValueError):
    """What was read is not what was written."""


def finding_record(finding: Finding) -> list[object]:
    """``finding`` in lists, texts and numbers."""
    problem = finding.problem
    return [
        finding.code,
        finding.name,
        finding.severity.value,
        [finding.line, finding.column, finding.end_line, finding.end_column],
        problem.path,
        [problem.span.start, problem.span.end],
        problem.message,
        problem.hint,
        None if problem.fix is None else _fix_record(problem.fix),
        [[one.path, [one.span.start, one.span.end], one.message] for one in problem.related],
    ]


def finding_of(record: object) -> Finding:
    """The finding that ``finding_record`` made ``record`` of.

    Raises:
        NoRecordError: It made nothing of the kind.
    """
    match record:
        case [
            str(code),
            str(name),
            str(severity),
            [int(line), int(column), int(end_line), int(end_column)],
            str(path),
            span,
            str(message),
            str(hint),
            fix,
            related,
        ] if severity in _SEVERITIES:
            problem = Problem(
                path,
                _span(span),
                message,
                hint,
                None if fix is None else _fix(fix),
                tuple_of(related, _related),
            )
            return Finding(
                code, name, Severity(severity), problem, line, column, end_line, end_column
            )
        case _:
            raise NoRecordError


_SEVERITIES = frozenset(severity.value for severity in Severity)


def tuple_of(record: object, read: Callable[[object], _T]) -> tuple[_T, ...]:
    """A list whose every member is what ``read`` makes of it.

    Raises:
        NoRecordError: It is no list.
    """
    if not isinstance(record, list):
        raise NoRecordError
    return tuple(read(one) for one in record)


def text_of(record: object) -> str:
    """``record`` if it is a text.

    Raises:
        NoRecordError: It is none.
    """
    if not isinstance(record, str):
        raise NoRecordError
    return record


def _fix_record(fix: Fix) -> list[object]:
    edits = [[one.path, one.edit.start, one.edit.end, one.edit.text] for one in fix.edits]
    return [fix.title, edits, fix.is_safe]


def _fix(record: object) -> Fix:
    match record:
        case [str(title), edits, bool(is_safe)]:
            return Fix(title, tuple_of(edits, _edit), is_safe)
        case _:
            raise NoRecordError


def _edit(record: object) -> FileEdit:
    match record:
        case [str(path), int(start), int(end), str(text)]:
            return FileEdit(path, Edit(start, end, text))
        case _:
            raise NoRecordError


def _related(record: object) -> Related:
    match record:
        case [str(path), span, str(message)]:
            return Related(path, _span(span), message)
        case _:
            raise NoRecordError


def _span(record: object) -> Span:
    match record:
        case [int(start), int(end)]:
            return Span(start, end)
        case _:
            raise NoRecordError
