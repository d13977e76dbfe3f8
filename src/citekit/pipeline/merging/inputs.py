"""The bibliographies that are merged, record by record, each with its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from citekit.formats.bib_syntax.nodes import EntryNode, FaultKind
from citekit.formats.bib_syntax.source import BibSource
from citekit.formats.results import ReadResult
from citekit.model.diagnostic import Diagnostic
from citekit.model.reference import Reference
from citekit.pipeline.converting import Opened, open_bibliography
from citekit.pipeline.reading_together import read_together

# What an entry with such a fault says beside its fields would be lost if it were written anew.
_HELD = frozenset(
    {
        FaultKind.STRAY_TEXT,
        FaultKind.OPEN_BRACE,
        FaultKind.OPEN_QUOTE,
        FaultKind.NO_END,
        FaultKind.ENTRY_IN_VALUE,
    }
)


@dataclass(frozen=True, slots=True)
class Record:
    """A reference as it stands in a file: the ``number``-th there, counted from 1.

    ``line`` and ``column`` are 0 where the format does not tell them. ``held`` is the text of
    an entry with faults of syntax, which is given back as it is and never made one with another
    that is not written alike; else it is empty.
    """

    reference: Reference
    path: str = ""
    number: int = 1
    line: int = 0
    column: int = 0
    held: str = ""

    @property
    def place(self) -> str:
        """The place as messages show it: ``refs.bib:14:1``, or ``refs.ris, record 3``."""
        if self.line:
            return f"{self.path}:{self.line}:{self.column}"
        return f"{self.path}, record {self.number}" if self.path else f"record {self.number}"


@dataclass(frozen=True, slots=True)
class Input:
    """A file that is merged: its records and, of a ``.bib`` file, its syntax.

    ``nodes`` are the entries of the records, in their order.
    """

    path: str
    records: tuple[Record, ...]
    source: BibSource | None = None
    nodes: tuple[EntryNode, ...] = ()
    marked: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()


def read_input(path: str, *, data: bytes | None = None, source_format: str = "") -> Input:
    """The bibliography at ``path``; ``data`` and ``source_format`` are as in reading any.

    Raises:
        ReadError: The file cannot be read, or its format is not known.
        ConfigError: There is no format of that name, or it cannot be read.
    """
    return read_inputs([open_bibliography(path, data=data, source_format=source_format)])[0]


def read_inputs(opened: Sequence[Opened]) -> tuple[Input, ...]:
    """The bibliographies of one command, which share what ``.bib`` files take from others."""
    return tuple(
        _input(one, read.result, read.source)
        for one, read in zip(opened, read_together(opened), strict=True)
    )


def _input(opened: Opened, result: ReadResult, source: BibSource | None) -> Input:
    diagnostics = (*opened.diagnostics, *result.diagnostics)
    if source is None:
        return Input(
            opened.path, records_of(result.references, opened.path), diagnostics=diagnostics
        )
    nodes = tuple(
        node for node in source.entries() if not node.is_broken and node.type.lower() != "xdata"
    )
    records = tuple(_placed(source, nodes, result.references, opened.path))
    return Input(opened.path, records, source, nodes, opened.marked, diagnostics)


def records_of(references: Sequence[Reference], path: str = "") -> tuple[Record, ...]:
    """The records of references whose places are not known."""
    return tuple(Record(reference, path, n) for n, reference in enumerate(references, 1))


def _placed(
    source: BibSource, nodes: Sequence[EntryNode], references: Sequence[Reference], path: str
) -> Iterator[Record]:
    faults = [fault.start for fault in source.faults if fault.kind in _HELD]
    at = 0
    for number, (node, reference) in enumerate(zip(nodes, references, strict=True), 1):
        place = source.place(node.start)
        while at < len(faults) and faults[at] < node.start:
            at += 1
        is_held = at < len(faults) and faults[at] < node.end
        held = source.text[node.start : node.end] if is_held else ""
        yield Record(reference, path, number, place.line, place.column, held)
