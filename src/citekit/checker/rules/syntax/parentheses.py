"""An entry that stands in parentheses, not in braces.

BibTeX and biber read `@book(key, …)`, but many other programs do not: they skip the entry or stop.

    @book(alder2001,
      title = {A Book},
    )

Write braces; the fix does.

It is harmless where only BibTeX or biber read the file.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.formats.bib_syntax.nodes import ABSENT, EntryNode, PreambleNode, StringNode
from citekit.formats.bib_syntax.parser import parse_bib
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    for block in file.source.blocks:
        if not isinstance(block, EntryNode | StringNode | PreambleNode):
            continue
        if file.text[block.opening] != "(" or block.closing == ABSENT:
            continue
        edits = (
            file.edit(block.opening, block.opening + 1, "{"),
            file.edit(block.closing, block.closing + 1, "}"),
        )
        yield file.problem(
            Span(block.start, block.opening + 1),
            f"'@{block.type}(' opens with a parenthesis, which many programs do not read",
            hint=f"Write '@{block.type}{{' here and '}}' at the end.",
            fix=Fix("Write braces", edits) if _can_have_braces(file, block) else None,
        )


def _can_have_braces(file: BibFile, block: EntryNode | StringNode | PreambleNode) -> bool:
    """Whether the block ends at the same place if braces are around it."""
    inside = file.text[block.opening + 1 : block.closing]
    source = parse_bib(f"@{block.type}{{{inside}}}")
    return len(source.blocks) == 1 and not source.faults


RULE = Rule(
    "SYN006",
    "entry-in-parentheses",
    __doc__,
    Severity.INFO,
    FileCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
)
