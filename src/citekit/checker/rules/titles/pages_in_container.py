"""Pages in the name of a book, journal or conference.

The style prints those of `pages`; the ones in the name come out as part of it.

    booktitle = {Proceedings of VLDB, pp. 1--3},

Write them in `pages`; the fix moves them, or takes them out where the field is there.

It is right for no name.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.titles.containers import CONTAINERS
from citekit.model.diagnostic import Severity

_PAGES = re.compile(
    r"[\s,;.(~]*(?<!\w)(?P<label>pp?\.|pages?\b|pgs?\.|S\.|Seiten\b)[\s~]*"
    r"(?P<pages>\d{1,5}(?:\s*(?:-{1,3}|–|—)\s*\d{1,5})?)(?!\w)\)?"
)
# Two years are no pages.
_BARE = re.compile(
    r"\s*,\s*(?P<label>)(?P<pages>(?!(?:1[5-9]|20)\d\d\D)\d{1,5}(?:--|–)\d{1,5})(?=[\s.}]*$)"
)


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    match = _PAGES.search(field.value) or _BARE.search(field.value)
    if match is None:
        return
    pages = match["pages"]
    shown = f"{match['label']} {pages}".strip()
    edits = field.amendment("Take them out", *match.span(), is_safe=False)
    if edits and field.entry.get("pages") is None:
        added = field.entry.addition("pages", f"{{{pages}}}", after=field)
        edits = Fix("Move them to 'pages'", (*edits.edits, *added.edits), is_safe=False)
    yield field.problem(
        f"has the pages '{shown}'",
        start=match.start("label"),
        end=match.end("pages"),
        hint=f"Write 'pages = {{{pages}}}'.",
        fix=edits,
    )


RULE = Rule(
    "TIT013",
    "pages-in-container",
    __doc__,
    Severity.WARNING,
    FieldCheck(
        _check, CONTAINERS, re.compile(r"(?:p\.|pages?|pgs?\.|S\.|Seiten)[\s~]*\d|\d(?:--|–)\d")
    ),
    fixability=Fixability.UNSAFE,
)
