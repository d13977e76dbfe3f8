"""Text between entries that is marked as no comment.

Every reader skips such text, whether it was meant as a remark or is what is left of an entry that
lost its `@`.

    article{alder2001,
      title = {On Commas},
    }

Mend it if it was an entry. If it is a remark, put `%` before each of its lines, as the fix does, or
put it into `@comment{…}`.

It is harmless where it is a remark: the file reads the same without the sign.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.syntax.faults import shortened
from citekit.formats.bib_syntax.nodes import TextNode
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span

_LINES = re.compile(
    r"%[^\r\n]*+|"
    r"([^\s%\ufeff][^\r\n]*+(?:(?:\r\n?|\n)[^\S\r\n]*+[^\s%\ufeff][^\r\n]*+)*+)"
)
_LINE = re.compile(r"[^\s%\ufeff][^\r\n]*+")


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    for block in file.source.blocks:
        if isinstance(block, TextNode) and not file.text[block.start : block.end].isspace():
            yield from _in_text(file, block)


def _in_text(file: BibFile, block: TextNode) -> Iterator[Problem]:
    for lines in _LINES.finditer(file.text, block.start, block.end):
        if not lines[1]:
            continue
        words = shortened(lines[0])
        yield file.problem(
            Span(*lines.span()),
            f"'{words}' stands between entries and is read by nobody",
            hint="Put '%' before it if it is a remark, or make an entry of it.",
            fix=_marking(file, block, lines),
        )


def _marking(file: BibFile, block: TextNode, lines: re.Match[str]) -> Fix | None:
    """The fix that makes comments of the lines, unless something else stands on them."""
    is_last = lines.end() == block.end < len(file.text)
    # What follows a broken entry at once would become part of it.
    is_joined = lines.start() == block.start > 0
    if is_last or is_joined or "@" in lines[0]:
        return None
    starts = [match.start() for match in _LINE.finditer(file.text, *lines.span())]
    return Fix("Put '%' before it", tuple(file.edit(start, start, "% ") for start in starts))


RULE = Rule(
    "SYN007",
    "text-between-entries",
    __doc__,
    Severity.INFO,
    FileCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
)
