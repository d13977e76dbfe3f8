"""The first line of an entry that lacks its brace or its type.

Every reader takes the entry for a comment and skips it silently.

    @book alder2001,
      title = {On Commas},
    }

Write the head as `@book{alder2001,`. The fix does where the brace alone is missing; it is made only
on request, since what follows has not been read.

It is harmless where a line of a remark happens to look so.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.syntax.faults import faults_of, shown
from citekit.formats.bib_syntax.nodes import Fault, FaultKind
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span

_HEAD = re.compile(r"@([A-Za-z]+)[^\S\r\n]*+([\[<]?+)[^\S\r\n]*+([^\s,\[<]++),")


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    for fault in faults_of(file, FaultKind.NO_OPENING, FaultKind.NO_TYPE):
        words = shown(file, fault)
        if fault.kind is FaultKind.NO_TYPE:
            message, hint = f"'{words}' has no type", "Write it after the '@', as in '@book{…'."
            fix = None
        else:
            message = f"'{words}' looks like an entry without its brace, and is skipped"
            fix = _opening(file, fault)
            hint = f"{fix.title}." if fix else "Write '{' after the type."
        yield file.problem(Span(fault.start, fault.end), message, hint=hint, fix=fix)


def _opening(file: BibFile, fault: Fault) -> Fix | None:
    head = _HEAD.match(file.text, fault.start)
    if head is None:
        return None
    edit = file.edit(head.end(1), head.start(3), "{")
    return Fix(f"Write '@{head[1]}{{{head[3]},'", (edit,), is_safe=False)


RULE = Rule(
    "SYN035",
    "broken-head",
    __doc__,
    Severity.ERROR,
    FileCheck(_check),
    fixability=Fixability.UNSAFE,
)
