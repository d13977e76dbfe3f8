"""A `.bib` file without any entry.

It was emptied by mistake, is no `.bib` file at all, or its first line is broken so that nothing can
be read.

Put entries into it, or take it out of the project.

It is harmless for a file of strings (`@string`), which is not meant.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.formats.bib_syntax.nodes import EntryNode, PreambleNode, StringNode
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    kinds = (EntryNode, StringNode, PreambleNode)
    if not any(isinstance(block, kinds) for block in file.source.blocks):
        is_empty = not file.text.strip("\ufeff \t\r\n")
        yield file.problem(
            Span(0, 0),
            "the file is empty" if is_empty else "there is no entry in the file",
            hint="Put entries into it, or take it out of the project.",
        )


RULE = Rule("SYN025", "no-entries", __doc__, Severity.WARNING, FileCheck(_check))
