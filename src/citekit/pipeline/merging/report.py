"""A merger as JSON: which records each work was made of, and where each value comes from."""

from collections.abc import Mapping

from citekit.formats.diagnostic_json import diagnostic_to_json
from citekit.formats.json_text import format_json
from citekit.pipeline.merging.inputs import Record
from citekit.pipeline.merging.merged_works import Evidence, MergedWork, Merger
from citekit.pipeline.merging.uniting import UnitedValue
from citekit.pipeline.merging.work_evidence import work_evidence

SCHEMA_VERSION = 1


def write_report(merger: Merger) -> str:
    """The report of a merger as JSON, ending in a line feed; ``docs/merge.md`` describes it.

    Records are named by their position in ``records``, which counts from 0.
    """
    return format_json(
        {
            "schema": SCHEMA_VERSION,
            "records": map(_record, merger.records),
            "works": (_work(merger, work) for work in merger.works),
            "doubtful": map(_evidence, merger.doubtful),
            "diagnostics": map(diagnostic_to_json, merger.diagnostics),
        }
    )


def _record(record: Record) -> Mapping[str, object]:
    row: dict[str, object] = {
        "path": record.path,
        "number": record.number,
        "key": record.reference.key,
    }
    if record.line:
        row.update(line=record.line, column=record.column)
    return row


def _work(merger: Merger, work: MergedWork) -> Mapping[str, object]:
    row: dict[str, object] = {"key": work.reference.key, "records": list(work.members)}
    if work.reference.aliases:
        row["aliases"] = list(work.reference.aliases)
    if len(work.members) > 1:
        row["evidence"] = [_evidence(evidence) for evidence in work_evidence(merger, work)]
        row["values"] = {value.name: _value(work, value) for value in work.values}
    return row


def _evidence(evidence: Evidence) -> Mapping[str, object]:
    return {
        "records": [evidence.first, evidence.second],
        "because": list(evidence.because),
        "although": list(evidence.although),
    }


def _value(work: MergedWork, value: UnitedValue) -> Mapping[str, object]:
    row: dict[str, object] = {
        "value": value.value,
        "records": [work.members[member] for member in value.members],
    }
    if value.others:
        row["others"] = [
            {"value": other.value, "records": [work.members[member] for member in other.members]}
            for other in value.others
        ]
        row["conflict"] = value.is_conflict
    return row
