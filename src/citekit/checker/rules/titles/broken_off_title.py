r"""A title that was cut, with dots in the place of the rest.

Search engines and databases show long titles so.

    title = {An Inquiry into the Nature and Causes of the...},

Look up the whole title.

It is wrong for a title that ends with dots on purpose; only dots behind a word that needs another
after it, or behind a title of some length, are found.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.text_fields import TITLES
from citekit.checker.rules.titles.containers import CONTAINERS
from citekit.model.diagnostic import Severity

_END = re.compile(r"\s*(?:\.{3,}|…|\\(?:l?dots|textellipsis)(?:\{\})?)[\s}]*$")
_OPEN = re.compile(
    r"\b(?:of|the|and|in|for|to|a|an|on|with|by|from|at|der|die|und|de|la|le|et|\w)$", re.IGNORECASE
)
_LONG = 50


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    match = _END.search(field.value[-40:])
    if match is None:
        return
    start = max(0, len(field.value) - 40) + match.start()
    head = field.value[:start].rstrip()
    if field.name in CONTAINERS or len(head) >= _LONG or _OPEN.search(head):
        yield field.problem("breaks off with dots", start=start, hint="Write the whole title.")


RULE = Rule(
    "TIT020",
    "broken-off-title",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, TITLES | CONTAINERS, re.compile(r"\.\.\.|…|\\(?:l?dots|textellipsis)")),
)
