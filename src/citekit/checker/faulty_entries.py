"""Entries with faults of syntax, which only the rules of syntax may mend."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import FileEdit, Finding
from citekit.formats.bib_syntax.nodes import EntryNode
from citekit.model.spans import Span

# Keys have their own place in an entry, whatever is wrong further down.
_FIRST = ("SYN", "KEY")


def without_risky_fixes(
    findings: Iterable[Finding], bib_files: Iterable[BibFile]
) -> tuple[Finding, ...]:
    """``findings``, those without their fix that would edit an entry with a fault of syntax.

    Where a comma or brace is missing, nobody knows for sure what is a field and what its value,
    and an edit may change how the rest is read. The rules of syntax and of keys come first; once
    they have mended the entry, or the user has, the others have their say.
    """
    faulty = {file.path: _faulty_entries(file) for file in bib_files}
    return tuple(_checked(finding, faulty) for finding in findings)


def _checked(finding: Finding, faulty: Mapping[str, Sequence[Span]]) -> Finding:
    fix = finding.problem.fix
    if fix is None or finding.code.startswith(_FIRST):
        return finding
    if not any(_is_inside(one, faulty.get(one.path, ())) for one in fix.edits):
        return finding
    return replace(finding, problem=replace(finding.problem, fix=None))


def _is_inside(one: FileEdit, spans: Sequence[Span]) -> bool:
    """Whether the edit touches one of ``spans``, which are in order and do not overlap."""
    index = bisect_right(spans, one.edit.end, key=lambda span: span.start) - 1
    return index >= 0 and one.edit.start <= spans[index].end


def _faulty_entries(file: BibFile) -> tuple[Span, ...]:
    """The places of the entries that have a fault, in order."""
    if not file.source.faults:
        return ()
    entries = [block for block in file.source.blocks if isinstance(block, EntryNode)]
    starts = [entry.start for entry in entries]
    found: dict[int, Span] = {}
    for fault in file.source.faults:
        index = bisect_right(starts, fault.start) - 1
        if index >= 0 and fault.start <= entries[index].end:
            found[index] = Span(entries[index].start, entries[index].end)
    return tuple(found[index] for index in sorted(found))
