"""Findings about merging: keys that had to change, and pairs that may be one work."""

from collections.abc import Sequence

from citekit.model.diagnostic import Diagnostic, Severity
from citekit.pipeline.merging.described import described
from citekit.pipeline.merging.inputs import Record
from citekit.pipeline.merging.keys import NewKey
from citekit.pipeline.merging.merged_works import Evidence


def key_finding(records: Sequence[Record], change: NewKey) -> Diagnostic:
    """The finding about a record whose key another work has."""
    record = records[change.record]
    other = records[change.taken_at].place
    return Diagnostic(
        code="key-taken",
        severity=Severity.WARNING,
        message=f"the key {change.old!r} is that of another work, at {other}",
        hint=f"Cite this one as {change.new!r}.",
        path=record.path,
        line=record.line,
        column=record.column,
    )


def doubt_finding(records: Sequence[Record], doubt: Evidence) -> Diagnostic:
    """The finding about two records that may be one work."""
    first, second = records[doubt.first], records[doubt.second]
    return Diagnostic(
        code="same-work-doubtful",
        severity=Severity.DOUBTFUL,
        message=(
            f"{_named(second)} may be the same work as {_named(first)} at {first.place}:"
            f" {reasons(doubt)}"
        ),
        hint="Decide with --interactive, or correct the one that is wrong.",
        path=second.path,
        line=second.line,
        column=second.column,
    )


def reasons(evidence: Evidence) -> str:
    """The sentences for and against in one: "titles are equal; although authors differ"."""
    because = "; ".join(evidence.because) or "nothing speaks for it by itself"
    return f"{because}; although {'; '.join(evidence.although)}" if evidence.although else because


def _named(record: Record) -> str:
    return f"'{record.reference.key or described(record.reference)}'"
