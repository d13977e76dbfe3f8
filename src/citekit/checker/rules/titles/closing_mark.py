r"""A full stop, comma or colon at the end of a title.

The style sets the mark that it needs there; the list has "Programming.," then. Such marks come from
library catalogues and PubMed.

    title = {Literate Programming.},

Leave the mark out.

It is wrong for a title that ends with an abbreviation; known ones, single letters and dots in a row
are not found. BibTeX's own styles avoid a second full stop, which makes that harmless with them.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_END = re.compile(r"(?<![.…])\s*([.,;:])\s*((?:\}|'')*)\s*$")
_ABBREVIATED = re.compile(
    r"(?:^|[^\w])(?:[^\W\d_]|etc|al|inc|ltd|co|corp|jr|sr|st|vs?|no|nos|vol|ed|eds|esq|bros|dept|univ|phd|ph\.d"
    r"|\w+\.[^\W\d_]+|ff?|sqq?|p|pp|cf|ca|bc|ad|gmbh|mbh|usw|z|jh|sp|spp|var|pt|ser|proc|conf)\.$",
    re.IGNORECASE,
)
_SHORTENED = frozenset({"booktitle", "journal", "journaltitle", "series"})

_MARKS = frozenset(".,;:")


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    value = field.value
    if value.rstrip("}' \t\r\n")[-1:] not in _MARKS:
        return
    match = _END.search(value[-20:])
    if match is None or not value.strip(" .,;:{}"):
        return
    offset = max(0, len(value) - 20)
    mark, start, end = match[1], offset + match.start(), offset + match.end(1)
    if value[max(0, start - 1) : start] == "\\":
        return
    if mark == "." and (field.name in _SHORTENED or _ABBREVIATED.search(value[:end])):
        return
    yield field.problem(
        f"ends with '{mark}'",
        start=end - 1,
        end=end,
        hint=f"Remove '{mark}'.",
        fix=field.amendment(f"Remove '{mark}'", start, end),
    )


RULE = Rule(
    "TIT005",
    "mark-at-end-of-title",
    __doc__,
    Severity.STYLE,
    FieldCheck(
        _check,
        frozenset({"title", "subtitle", "booktitle", "journal", "journaltitle", "series"}),
    ),
    fixability=Fixability.SAFE,
)
