"""A page on the web without the day on which it was read.

Pages change; most style guides ask for the day. It is looked for in works that are nowhere but on
the web, and that have no DOI and no number of a preprint.

    @online{key, title = {A page}, url = {https://example.org}}

Add `urldate = {2020-05-01}` (for a style of BibTeX without it, a note "Accessed 2020-05-01").

It is harmless where the style does not print the day. The option `types` lists the types of entry
that it looks at (`online`, `electronic`, `www`, `webpage` and `misc`).
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_DAYS = ("urldate", "lastaccessed", "accessed", "lastchecked", "lastvisited", "visited", "access")
_SAID = re.compile(
    r"access|visited|retrieved|viewed|checked|abgerufen|zugriff|consult", re.IGNORECASE
)


def _check(field: Field, options: RuleOptions) -> Iterator[Problem]:
    entry = field.entry
    if entry.type not in options.words("types") or not field.value.strip():
        return
    if entry.has(*_DAYS, "doi", "eprint"):
        return
    if any(
        _SAID.search(entry.values.get(name, "")) for name in ("note", "howpublished", "addendum")
    ):
        return
    yield field.problem(
        "has no 'urldate'", hint="Add the day on which the page was read: 'urldate = {…}'."
    )


RULE = Rule(
    "IDN028",
    "url-without-access-date",
    __doc__,
    Severity.INFO,
    FieldCheck(_check, frozenset({"url"})),
    is_default=False,
    options={"types": ("online", "electronic", "www", "webpage", "misc")},
)
