"""An entry whose closing brace is missing.

BibTeX and biber read on into the next entry, and both are lost.

    @book{alder2001,
      title = {On Commas},

    @book{birke2002,

Write the brace after the last field; the fix does, once nothing else is wrong with the syntax of
the entry.

It is never harmless.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.syntax.faults import block_at, faults_of, line_end
from citekit.formats.bib_syntax.nodes import EntryNode, FaultKind, PreambleNode, StringNode
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    places = sorted(fault.start for fault in file.source.faults)
    for fault in faults_of(file, FaultKind.NO_CLOSING):
        block = block_at(file, max(fault.start - 1, 0))
        if isinstance(block, EntryNode | StringNode | PreambleNode):
            closing = ")" if file.text[block.opening] == "(" else "}"
            name = block.key if isinstance(block, EntryNode) else f"@{block.type}"
        else:
            closing, name = "}", "an entry"
        edit = file.edit(fault.start, fault.start, line_end(file) + closing)
        is_alone = block is None or _faults_between(places, block.start, fault.start + 1) == 1
        fix = Fix(f"Write '{closing}'", (edit,)) if is_alone else None
        yield file.problem(
            Span(fault.start, fault.end),
            f"'{name}' is never closed; it was taken to end here",
            hint=f"Write '{closing}' here.",
            fix=fix,
        )


def _faults_between(places: Sequence[int], start: int, end: int) -> int:
    """How many of ``places``, which are in order, lie from ``start`` to ``end``."""
    return bisect_right(places, end) - bisect_left(places, start)


RULE = Rule(
    "SYN033",
    "unclosed-entry",
    __doc__,
    Severity.ERROR,
    FileCheck(_check),
    fixability=Fixability.SAFE,
)
