"""The number of pages of a work where the pages within a larger work belong.

`pages = {345 p.}` says how long a book is. A style prints it as a page within something: "p. 345
p.". BibLaTeX has `pagetotal` for it.

    pages = {xii+345 pp.}

Call the field `pagetotal` and leave the label out, or leave the field out.

It is harmless where a style of your own prints the field without a label.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_COUNT = re.compile(
    r"\s*((?:[ivxlcdm]{1,10}\s*[+,]\s*)?\d{1,5})[\s~]*(?:pp?\.?|pages?|S\.?|Seiten|págs?\.?|с\.)\s*",
    re.IGNORECASE,
)


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    value = field.value
    match = _COUNT.fullmatch(value) if not value[-1:].isdecimal() else None
    if match is None:
        return
    fix = None
    if field.is_literal and field.entry.get("pagetotal") is None:
        renaming = field.renaming("pagetotal", is_safe=False)
        shorter = field.edit(match.end(1), len(value))
        fix = Fix("Make it 'pagetotal'", (*renaming.edits, shorter), is_safe=False)
    yield field.problem(
        f"'{value.strip()}' tells how many pages there are, not which",
        hint=f"Write 'pagetotal = {{{match[1]}}}'.",
        fix=fix,
    )


RULE = Rule(
    "PAG018",
    "page-count-in-pages",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"pages"})),
    fixability=Fixability.UNSAFE,
)
