"""A field, or a part after `#`, without a value.

BibTeX and biber take what comes next for the value and skip the rest of the entry.

    volume = ,

Write the value, or remove the field. The fix writes an empty one, `{}`, with which all else can be
read.

It is never harmless.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.syntax.faults import block_at, faults_of
from citekit.formats.bib_syntax.nodes import FaultKind
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span

_SIGNS = "=#"
_FAR = 200


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    for fault in faults_of(file, FaultKind.NO_VALUE):
        place = _place(file.text, fault.start)
        block = block_at(file, place)
        # Behind a block that is not closed the value would stand in the next one.
        is_inside = block is not None and block.start < place
        fix = Fix("Write '{}'", (file.edit(place, place, " {}"),)) if is_inside else None
        yield file.problem(
            Span(place, place),
            f"a value is missing in '{fault.subject}'",
            hint="Write it, or remove the field.",
            fix=fix,
        )


def _place(text: str, missed: int) -> int:
    """Where the value belongs: behind its sign, if only blanks stand between."""
    before = text[max(0, missed - _FAR) : missed]
    end = len(before.rstrip())
    is_near = end > 0 and before[end - 1] in _SIGNS
    return missed - len(before) + end if is_near else missed


RULE = Rule(
    "SYN031",
    "missing-value",
    __doc__,
    Severity.ERROR,
    FileCheck(_check),
    fixability=Fixability.SAFE,
)
