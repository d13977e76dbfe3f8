"""A byte order mark at the start of the file.

UTF-8 needs none. Some editors write it; older programs then miss the first entry, or show three
odd letters.

Save the file without it; the fix removes it.

It is harmless for biber and pandoc.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    if file.text.startswith("\ufeff"):
        yield file.problem(
            Span(0, 1),
            "the file begins with a byte order mark (U+FEFF)",
            hint="Save it as UTF-8 without one.",
            fix=Fix("Remove it", (file.edit(0, 1),)),
        )


RULE = Rule(
    "SYN027",
    "byte-order-mark",
    __doc__,
    Severity.INFO,
    FileCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
)
