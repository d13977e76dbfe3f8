"""A `%` comment within an entry, in a file for BibTeX.

BibTeX knows no comments within entries: it takes the `%` for a fault and skips the rest of the
entry. biber, pandoc and JabRef read on after the line.

    @book{alder2001,
      title = {On Commas},
      % year = 2001,
    }

Move the comment out of the entry, or put it into a field that is not printed (`annote`). The fix
removes the line; it is made only on request.

It is harmless where BibTeX never reads the file.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.dialects import BIBTEX
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.syntax.faults import shortened
from citekit.model.diagnostic import Severity


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    for entry in file.entries:
        if entry.node.comments and file.dialect == BIBTEX:
            for span in entry.node.comments:
                words = shortened(file.text[span.start : span.end])
                yield entry.problem(
                    f"BibTeX has no comments within entries and stops at '{words}'",
                    span=span,
                    hint="Move it out of the entry.",
                    fix=Fix("Remove it", (file.edit(span.start, span.end),), is_safe=False),
                )


RULE = Rule(
    "SYN037",
    "comment-in-entry",
    __doc__,
    Severity.WARNING,
    FileCheck(_check),
    fixability=Fixability.UNSAFE,
)
