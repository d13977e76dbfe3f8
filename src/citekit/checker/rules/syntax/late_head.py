r"""An `@preamble` or `@string` that stands behind the first entry.

All preambles of a file are put together at the start of the bibliography, wherever they stand, and
a string holds for all that comes after it. Whoever looks for either looks at the start of the file.

    @book{alder2001, title = {On Commas}}
    @preamble{"\newcommand{\noop}[1]{}"}

Move it before the first entry; the fix does, as far as it uses no string and the name is defined
but once. A string that is used before it is defined is reported by `late-definition`.

It is a matter of order: the result is the same.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import FileEdit, Fix, Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.syntax.faults import line_end
from citekit.checker.rules.syntax.string_uses import definitions_by_name
from citekit.formats.bib_syntax.changes import remove_entry
from citekit.formats.bib_syntax.nodes import ABSENT, EntryNode, PreambleNode, StringNode
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    first: EntryNode | None = None
    defined = definitions_by_name(file)
    repeated = frozenset(name for name, definitions in defined.items() if len(definitions) > 1)
    for block in file.source.blocks:
        if isinstance(block, EntryNode):
            first = first or block
        elif isinstance(block, PreambleNode | StringNode) and first is not None:
            what = "preamble" if isinstance(block, PreambleNode) else "string"
            yield file.problem(
                Span(block.start, block.opening + 1),
                f"a {what} stands behind entries",
                hint="Move it to the start of the file.",
                fix=_moving(file, block, first) if _is_independent(file, block, repeated) else None,
            )


def _moving(file: BibFile, block: PreambleNode | StringNode, first: EntryNode) -> Fix | None:
    if block.closing == ABSENT:
        return None
    written = file.text[block.start : block.end] + line_end(file)
    removal = FileEdit(file.path, remove_entry(file.source, block))
    return Fix(
        "Move it before the first entry", (file.edit(first.start, first.start, written), removal)
    )


def _is_independent(
    file: BibFile, block: PreambleNode | StringNode, repeated: AbstractSet[str]
) -> bool:
    """Whether the block says the same before the first entry."""
    if isinstance(block, PreambleNode):
        return _is_plain(file, block.value_start, block.value_end)
    return all(
        _is_plain(file, one.value_start, one.value_end) and one.name.lower() not in repeated
        for one in block.fields
    )


def _is_plain(file: BibFile, start: int, end: int) -> bool:
    written = file.text[start:end]
    return written[:1] in {"{", '"'} and "#" not in written


RULE = Rule(
    "SYN041",
    "late-head",
    __doc__,
    Severity.INFO,
    FileCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
)
