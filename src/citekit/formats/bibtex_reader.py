"""References from a ``.bib`` file in either dialect."""

from collections.abc import Sequence

from citekit.formats.bib_blocks import RawEntry, RawFile
from citekit.formats.bib_entry_reader import read_entry
from citekit.formats.bib_inheritance import resolve_together
from citekit.formats.bib_strings import read_raw_files
from citekit.formats.bib_syntax.nodes import EntryNode, StringNode
from citekit.formats.bib_syntax.parser import parse_bib
from citekit.formats.bib_syntax.source import BibSource
from citekit.formats.bib_table import EntryType, row_of_entry
from citekit.formats.findings import FormatCode, finding
from citekit.formats.results import ReadResult
from citekit.formats.unknown_commands import unknown_commands


def read(text: str, path: str) -> ReadResult:
    """The references of a ``.bib`` file in its order, with their keys.

    Either dialect is understood, entry by entry and field by field. Repeated entries are all
    given; broken ones are reported with their line.

    Source: BibTeXing (Patashnik 1988), sections 3 and 4; BibLaTeX manual 3.18, section 2.
    """
    return read_sources([(parse_bib(text.removeprefix("\ufeff")), path)])[0]


def read_sources(files: Sequence[tuple[BibSource, str]]) -> tuple[ReadResult, ...]:
    """The references of the files of one command, each parsed and with its path.

    As with the resources of a document, a string or an entry to take over from may stand in
    another file; what the own file has counts first.
    """
    raw = read_raw_files(files)
    full = resolve_together([one.entries for one in raw])
    # A file may be there for what the others use alone.
    is_shared = len(files) > 1
    return tuple(
        _result(
            one,
            entries,
            path,
            may_be_empty=not source.text.strip() or (is_shared and _lends(source)),
        )
        for one, entries, (source, path) in zip(raw, full, files, strict=True)
    )


def _lends(source: BibSource) -> bool:
    """Whether a file has strings or data containers for others."""
    return any(isinstance(block, StringNode | EntryNode) for block in source.blocks)


def _result(raw: RawFile, full: Sequence[RawEntry], path: str, *, may_be_empty: bool) -> ReadResult:
    diagnostics = list(raw.diagnostics)
    for entry in raw.entries:
        diagnostics += unknown_commands(entry, path)
        if entry.type not in {"xdata", "set"} and row_of_entry(EntryType(entry.type)) is None:
            message = f"{entry.key}: unknown entry type '@{entry.type}', read as '@misc'"
            diagnostics.append(
                finding(FormatCode.UNKNOWN_TYPE, message, path=path, line=entry.line)
            )
    references = tuple(read_entry(entry) for entry in full)
    if not may_be_empty and not references and not diagnostics:
        diagnostics.append(finding(FormatCode.NO_ENTRY, "there is no entry in it", path=path))
    diagnostics.sort(key=lambda diagnostic: diagnostic.line)
    return ReadResult(references, tuple(diagnostics))
