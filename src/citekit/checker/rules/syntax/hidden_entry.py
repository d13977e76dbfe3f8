"""An entry that stands in an `@comment` or behind `%`.

Nobody finds it any more, and whether it counts depends on the reader: an entry in `@comment{…}` is
read by BibTeX and not by biber, and so is one behind a `%`.

    % @book{alder2001,
    %   title = {A Book},
    % }

Take the mark away if the entry is wanted, or remove it.

It is harmless where all who use the file read it with the same program.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.formats.bib_syntax.nodes import CommentNode, TextNode
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span

_ENTRY = re.compile(
    r"@[^\S\r\n]*+(?!comment\b|string\b|preamble\b)[A-Za-z]++[^\S\r\n]*+[{(]"
    r"[^\S\r\n]*+([^\s,{}()=\"%#]++)[^\S\r\n]*+,",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"%[^\r\n]*+")


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    if "%" not in file.text and "@comment" not in file.text.lower():
        return
    for block in file.source.blocks:
        if isinstance(block, CommentNode):
            for entry in _ENTRY.finditer(file.text, block.body_start, block.body_end):
                yield _problem(file, entry, "an @comment")
        elif isinstance(block, TextNode):
            for comment in _COMMENT.finditer(file.text, block.start, block.end):
                for entry in _ENTRY.finditer(file.text, *comment.span()):
                    yield _problem(file, entry, "a comment behind '%'")


def _problem(file: BibFile, entry: re.Match[str], where: str) -> Problem:
    return file.problem(
        Span(*entry.span()),
        f"the entry '{entry[1]}' is hidden in {where}",
        hint="Take the mark of the comment away if it is wanted, or remove the entry.",
    )


RULE = Rule("SYN008", "hidden-entry", __doc__, Severity.INFO, FileCheck(_check), is_default=False)
