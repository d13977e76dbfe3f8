"""The faults of a file's syntax as problems, kind by kind."""

from bisect import bisect_right
from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.formats.bib_syntax.nodes import (
    Block,
    EntryNode,
    Fault,
    FaultKind,
    FieldNode,
    StringNode,
)
from citekit.text.lines import LINE_END

_SHOWN = 60
# A file that is no bibliography has as many faults as characters.
_MOST = 1000


def faults_of(file: BibFile, *kinds: FaultKind) -> Iterator[Fault]:
    """The faults of these kinds in their order, of very many the first thousand."""
    faults = file.source.faults
    if not faults:
        return
    found = 0
    for fault in faults:
        if fault.kind in kinds:
            yield fault
            found += 1
            if found == _MOST:
                return


def shown(file: BibFile, fault: Fault) -> str:
    """The characters at the fault in one line, cut where they are many."""
    return shortened(file.text[fault.start : fault.end])


def shortened(text: str) -> str:
    """``text`` in one line, cut where it is long."""
    words = " ".join(text[: 2 * _SHOWN].split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"


def block_at(file: BibFile, offset: int) -> Block | None:
    """The block of the file that ``offset`` lies in; that before it, where one ends there."""
    blocks = file.source.blocks
    place = bisect_right(blocks, offset, key=lambda block: block.start)
    return blocks[place - 1] if place else None


def field_at(file: BibFile, offset: int) -> FieldNode | None:
    """The field, or definition of a string, whose value begins at ``offset``."""
    block = block_at(file, offset)
    if not isinstance(block, EntryNode | StringNode):
        return None
    return next((one for one in block.fields if one.value_start == offset), None)


def line_end(file: BibFile) -> str:
    """How the first line of the file ends."""
    end = LINE_END.search(file.text)
    return end[0] if end else "\n"
