"""A label such as `pp.` before the pages.

The style puts the label there itself, in the language and the form that it needs; the reader gets
"pp. pp. 12--31".

    pages = {pp. 12--31}

Leave the label out: `pages = {12--31}`.

It is harmless only where a style of your own prints no label. A count of pages (`300 pp.`) is
another matter: see `page-count-in-pages`.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.pages.page_ranges import PAGE_FIELDS
from citekit.model.diagnostic import Severity

_LABEL = re.compile(
    r"(?:(?<=[,;])\s*|^\s*)\\?((?:pp?\.|pp|pages?|pgs?\.?|págs?\.?|pagg?\.|S\.|Seiten?|ss\.|стр?\.|с\.)"
    r"[\s~]*)(?=[A-Za-z]?\d|[ivxlc]+\s*[-–])",
    re.IGNORECASE,
)


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    for match in _LABEL.finditer(field.value):
        label = match[1].rstrip(" ~\n\t")
        yield field.problem(
            f"has the label '{label}', which the style adds",
            start=match.start(1),
            end=match.start(1) + len(label),
            hint=f"Leave '{label}' out.",
            fix=field.amendment(f"Remove '{label}'", match.start(1), match.end(1)),
        )


RULE = Rule(
    "PAG006",
    "label-in-pages",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, PAGE_FIELDS),
    fixability=Fixability.SAFE,
)
