r"""A value whose brace or quote is never closed.

A brace or quote that stays open swallows all that follows, up to the end of the file. BibTeX and
biber give up here or report an error many lines below; citekit takes the value to end with its
line, names the delimiter that stays open, and checks the other entries.

    title = {Literate {Programming},

Write the delimiter that is missing where the value ends. The fix puts it at the end of the line,
which may not be where it was meant: it is made only on request.

It is wrong where a title has a brace of its own; write `{\textbraceleft}` for that.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.syntax.faults import faults_of, field_at, shortened
from citekit.errors import ConfigError
from citekit.formats.bib_syntax.changes import replace_value
from citekit.formats.bib_syntax.nodes import Fault, FaultKind
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span

_MOST_BRACES = 5


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    kinds = (FaultKind.OPEN_BRACE, FaultKind.OPEN_QUOTE, FaultKind.NO_END)
    for fault in faults_of(file, *kinds):
        sign = file.text[fault.start : fault.end]
        closing = "}" if sign == "{" else sign
        subject = f" in '{fault.subject}'" if fault.subject else ""
        if fault.kind is FaultKind.NO_END:
            message = f"'{sign}'{subject} is never closed; the entry cannot be read"
        else:
            message = f"'{sign}'{subject} is never closed; the value was taken to end with its line"
        yield file.problem(
            Span(fault.start, fault.end),
            message,
            hint=f"Write '{closing}' where the value ends.",
            fix=_closing(file, fault),
        )


def _closing(file: BibFile, fault: Fault) -> Fix | None:
    """The fix that closes the value where it was taken to end, if that makes a value of it."""
    node = field_at(file, fault.start)
    if node is None or fault.kind is FaultKind.NO_END:
        return None
    written = file.text[node.value_start : node.value_end]
    missing = "}" * min(max(written.count("{") - written.count("}"), 0), _MOST_BRACES)
    for closing in (missing, f'{missing}"'):
        try:
            replace_value(node, written + closing)
        except ConfigError:
            continue
        shown = shortened(written[-20:] + closing)
        edit = file.edit(node.value_end, node.value_end, closing)
        return Fix(f"End the value with '{shown}'", (edit,), is_safe=False)
    return None


RULE = Rule(
    "SYN001",
    "unclosed-value",
    __doc__,
    Severity.ERROR,
    FileCheck(_check),
    fixability=Fixability.UNSAFE,
)
