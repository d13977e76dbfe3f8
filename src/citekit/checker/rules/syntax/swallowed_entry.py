"""A line within a value that begins like an entry.

A brace too many in one entry and one too few in the next are in balance for every reader: what
stands between them, whole entries at times, silently becomes part of a value. Whoever cites one
of those entries is told that there is none.

    note = {see {there,
    }
    @book{lost,
      title = {A Book},
    }},

Close the value before the entry, and balance the braces of what follows.

It is harmless where an entry is quoted on purpose, as in a manual about `.bib` files.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.syntax.faults import faults_of, shortened
from citekit.formats.bib_syntax.nodes import FaultKind
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span
from citekit.text.lines import LINE_END


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    for fault in faults_of(file, FaultKind.ENTRY_IN_VALUE):
        line = LINE_END.search(file.text, fault.start)
        end = line.start() if line else len(file.text)
        head = shortened(file.text[fault.start : end])
        inside = f" of the entry '{fault.subject}'" if fault.subject else ""
        yield file.problem(
            Span(fault.start, fault.end),
            f"'{head}' stands within a value{inside} and counts as text",
            hint="Close the value before this line, and balance the braces after it.",
        )


RULE = Rule("SYN002", "swallowed-entry", __doc__, Severity.ERROR, FileCheck(_check))
