"""The address of a print view in place of that of the page.

    <http://example.org/print.asp?id=215>

Print views are made on request and go first when a site is rebuilt. Give the address of the page
itself.
"""

import re
from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.model.variables import TextVariable

_PRINT = re.compile(
    r"[\w-]*print(?:able|er|_?view|version)?\.(?:aspx?|php|html?|cgi|jsp)[^\s>]*"
    r"|[?&](?:print(?:able|_?view)?|view=print|format=print|output=print)\b[^\s>]*|/print/[^\s>]*",
    re.IGNORECASE,
)


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    told: set[str] = set()
    for mention in paper.mentions:
        for span in mention.places.get(TextVariable.URL, ()):
            match = _PRINT.search(mention.text, span.start, span.end)
            if match is None or mention.text[span.start : span.end] in told:
                continue
            told.add(mention.text[span.start : span.end])
            yield paper.problem(
                mention.file_span(match.start(), match.end()),
                f"{quote(match[0])} is the address of a print view",
                hint="Give the address of the page itself.",
            )


RULE = Rule(
    "NOT037",
    "print-view-url",
    __doc__,
    Severity.STYLE,
    PaperCheck(_check),
    is_default=False,
)
