"""Entries that take over from an entry of another file, as they will in the merged one."""

from collections.abc import Sequence
from dataclasses import replace

from citekit.formats.bibtex_reader import read
from citekit.pipeline.merging.inputs import Input, Record

_PARENT = "crossref"


def with_parents(inputs: Sequence[Input]) -> tuple[Input, ...]:
    """The inputs, their records with what they take over from entries of other ``.bib`` files.

    Only those records change whose ``crossref`` leads nowhere in their own file.
    """
    files = [one for one in inputs if one.source is not None]
    if len(files) < 2 or not any(map(_is_orphan, _records(files))):  # noqa: PLR2004  # another
        return tuple(inputs)
    joint = read("\n\n".join(one.source.text for one in files if one.source), "").references
    if len(joint) != len(_records(files)):
        return tuple(inputs)
    found = iter(joint)
    return tuple(
        one
        if one.source is None
        else replace(
            one,
            records=tuple(
                replace(record, reference=reference) if _is_orphan(record) else record
                for record, reference in zip(one.records, found, strict=False)
            ),
        )
        for one in inputs
    )


def _records(files: Sequence[Input]) -> list[Record]:
    return [record for one in files for record in one.records]


def _is_orphan(record: Record) -> bool:
    return _PARENT in record.reference.extra
