"""The number of a volume in the name of a journal or book.

The style prints that of `volume`; the one in the name comes out as part of it.

    journal = {Journal of Tea, Vol. 12},

Write it in `volume`; the fix moves it, or takes it out where the field is there.

It is right for a book whose title has the word in it; only numbers behind a comma or in brackets
are found.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.titles.containers import CONTAINERS
from citekit.model.diagnostic import Severity

_VOLUME = re.compile(
    r"\s*[,;(.]\s*(?P<label>vol\.?|volume|bd\.|band)[\s~]*(?P<volume>\d{1,4}|[IVXL]{1,7})\b(?!\s*[-–(.]\s*\d)\)?"
    r"(?=\s*(?:[,;.)}]|$))",
    re.IGNORECASE,
)

_MARKED = re.compile(r"[,;(.]\s*(?:[Vv][Oo][Ll]|[Bb](?:and|d\.))")


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    match = _VOLUME.search(field.value) if _MARKED.search(field.value) else None
    if match is None:
        return
    volume = match["volume"]
    fix = field.amendment("Take it out", *match.span(), is_safe=False)
    if fix and field.entry.get("volume") is None:
        added = field.entry.addition("volume", f"{{{volume}}}", after=field)
        fix = Fix("Move it to 'volume'", (*fix.edits, *added.edits), is_safe=False)
    yield field.problem(
        f"has the volume '{match['label']} {volume}'",
        start=match.start("label"),
        end=match.end("volume"),
        hint=f"Write 'volume = {{{volume}}}'.",
        fix=fix,
    )


RULE = Rule(
    "TIT027",
    "volume-in-container",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, CONTAINERS),
    fixability=Fixability.UNSAFE,
)
