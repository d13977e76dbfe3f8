"""A note that is called and not there, that is there and never called, or that is there twice.

    Text.[^9]      with no line "[^9]: ..."

A converter prints the mark as it stands, or leaves the note out, and tells nobody. Write the
note, call it, or take it out. The rule looks at Markdown; marks in code do not count.
"""

import re
from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity
from citekit.model.document import DocumentFormat
from citekit.model.spans import Span

_MARK = re.compile(r"(?<!\\)\[\^([^\]\s]{1,60})\](:?)")
_CODE = re.compile(
    r"^(```|~~~).*?^\1[^\n]*$|(`+)(?!`)[^\n]*?(?<!`)\2(?!`)|<!--.*?-->", re.MULTILINE | re.DOTALL
)


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    if paper.document.format is not DocumentFormat.MARKDOWN or "[^" not in paper.text:
        return
    text = _CODE.sub(lambda match: " " * len(match[0]), paper.text)
    defined: dict[str, Span] = {}
    called: dict[str, Span] = {}
    for match in _MARK.finditer(text):
        label, span = match[1].casefold(), Span(match.start(), match.start() + len(match[1]) + 3)
        line = text.rfind("\n", 0, match.start()) + 1
        if match[2] and not text[line : match.start()].strip(" >"):
            if label in defined:
                yield paper.problem(
                    span,
                    f"the note '{match[1]}' is there twice; converters print one of them",
                    hint="Give one of the two another label.",
                    related=(paper.related(defined[label], "the first of them"),),
                )
            defined.setdefault(label, span)
        else:
            called.setdefault(label, span)
    for label, span in called.items():
        if label not in defined:
            yield paper.problem(
                span,
                f"the note '{paper.text[span.start + 2 : span.end - 1]}' is called, but not there",
                hint=f"Write it: '{paper.text[span.start : span.end]}: ...'.",
            )
    for label, span in defined.items():
        if label not in called:
            yield paper.problem(
                span,
                f"the note '{paper.text[span.start + 2 : span.end - 1]}' is never called",
                hint=f"Put '{paper.text[span.start : span.end]}' where it belongs, or take it out.",
            )


RULE = Rule(
    "NOT006",
    "footnote-undefined",
    __doc__,
    Severity.ERROR,
    PaperCheck(_check),
)
