"""An entry that is not laid out as `citekit tidy` lays it out.

One layout throughout makes changes easy to see in version control. Each field stands on a line of
its own, indented and with its `=` in line, names are in lower case, and a comma stands after the
last field.

    @Book{alder2001, title={On Commas},
      Year=2001}

Run `citekit tidy`, or take the fix, which lays out this entry alone and changes no value.

It is a matter of taste. Entries with faults in them, or with comments where the layout has no
place for them, are left as they are.

Options: `indent`, the blanks before a field (2); `align`, whether the signs `=` stand in one column
(true); `final-comma`, whether a comma stands after the last field (true).
"""

from bisect import bisect_left
from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.syntax.faults import line_end, shortened
from citekit.formats.bib_syntax.nodes import EntryNode
from citekit.formats.bib_syntax.parser import parse_bib
from citekit.formats.bib_tidy.case_of_names import lower_names
from citekit.formats.bib_tidy.drafts import draft_of
from citekit.formats.bib_tidy.layout import lay_out
from citekit.formats.bib_tidy.options import TidyOptions
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span

_WIDEST = 40


def _check(file: BibFile, options: RuleOptions) -> Iterator[Problem]:
    tidy = TidyOptions(
        indent=" " * min(max(options.number("indent"), 0), _WIDEST),
        align=None if options.flag("align") else 0,
        final_comma=options.flag("final-comma"),
    )
    faults = [fault.start for fault in file.source.faults]
    end = line_end(file)
    for entry in file.entries:
        node = entry.node
        place = bisect_left(faults, node.start)
        if place < len(faults) and faults[place] <= node.end:
            continue
        written = file.text[node.start : node.end]
        tidied = _tidied(file.text, node, tidy, end)
        if tidied not in {"", written}:
            differing = _first_difference(written, tidied)
            yield entry.problem(
                "the entry is not laid out as 'citekit tidy' has it",
                span=Span(node.start + differing.start, node.start + differing.end),
                hint=f"Write '{_line_at(tidied, differing.start)}', and so on.",
                fix=Fix("Lay it out", (file.edit(node.start, node.end, tidied),)),
            )


def _tidied(text: str, node: EntryNode, options: TidyOptions, end: str) -> str:
    """The entry laid out anew; empty if it cannot be, or would not read as the same."""
    draft = draft_of(text, node)
    if draft is None:
        return ""
    draft = lower_names(draft)
    written = lay_out(draft, options, end)
    source = parse_bib(written)
    block = source.blocks[0]
    is_same = isinstance(block, EntryNode) and draft_of(written, block) == draft
    return written if is_same and not source.faults and len(source.blocks) == 1 else ""


def _first_difference(written: str, tidied: str) -> Span:
    """The place of the first word in which the two differ."""
    pairs = enumerate(zip(written, tidied, strict=False))
    start = next((place for place, (one, other) in pairs if one != other), len(tidied))
    start = min(start, max(len(written) - 1, 0))
    return Span(start, start + 1)


def _line_at(text: str, place: int) -> str:
    start = text.rfind("\n", 0, place) + 1
    return shortened(text[start:].partition("\n")[0])


RULE = Rule(
    "SYN028",
    "untidy-layout",
    __doc__,
    Severity.INFO,
    FileCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
    options={"indent": 2, "align": True, "final-comma": True},
)
