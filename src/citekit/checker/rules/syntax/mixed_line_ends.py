"""Lines that end in two ways in one file.

Some lines end with a line feed and others with a carriage return and a line feed. Editors and
version control then show changes where there are none.

Choose one; the fix takes the one that most lines have.

It is harmless for every program that reads `.bib` files.
"""

from collections import Counter
from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span
from citekit.text.lines import LINE_END

_NAMES = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    if "\r" not in file.text:
        return
    ends = list(LINE_END.finditer(file.text))
    count = Counter(end[0] for end in ends)
    if len(count) > 1:
        usual = count.most_common(1)[0][0]
        odd = [end for end in ends if end[0] != usual]
        fix = Fix(
            f"End all lines with {_NAMES[usual]}",
            tuple(file.edit(*end.span(), usual) for end in odd),
        )
        yield file.problem(
            Span(*odd[0].span()),
            f"{len(odd):,} lines end with {_NAMES[odd[0][0]]} or another sign than the others,"
            f" which end with {_NAMES[usual]}",
            hint=f"End all lines with {_NAMES[usual]}.",
            fix=fix,
        )


RULE = Rule(
    "SYN042",
    "mixed-line-ends",
    __doc__,
    Severity.INFO,
    FileCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
)
