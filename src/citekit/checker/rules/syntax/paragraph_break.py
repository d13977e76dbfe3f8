"""A blank line within a value.

A paragraph has no place in a title or a name. The blank line is mostly left over from copying, or a
sign that a delimiter is missing; programs that keep it pass it on to LaTeX, which stops.

    title = {On Commas

      and Other Signs},

Remove the blank line; the fix puts one blank in its place.

It is harmless in abstracts, notes and fields that no style prints, which are not meant, and for
BibTeX itself, which reads any blanks as one.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.syntax.known_names import fields_of
from citekit.model.diagnostic import Severity

_BREAK = re.compile(r"[^\S\r\n]*+(?>\r\n?|\n)[^\S\r\n]*+(?>\r\n?|\n)\s*+")
# What it begins with is left out, so that the search for it is fast.
_BLANK_LINE = re.compile(r"(?>\r\n?|\n)[^\S\r\n]*+(?>\r\n?|\n)")
_LONG = frozenset({"annote", "note", "addendum", "howpublished"})
_SHORT = fields_of("bibtex", "shared", "biblatex") - fields_of("unprinted") - _LONG


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    if not field.is_literal:
        return
    for match in _BREAK.finditer(field.value):
        start, end = match.span()
        is_within = field.value[:start].strip() and field.value[end:].strip()
        edit = field.edit(start, end, " " if is_within else "")
        yield field.problem(
            "has a blank line in it",
            start=start,
            end=end,
            hint="Remove the blank line.",
            fix=Fix("Put one blank in its place", (edit,)),
        )


RULE = Rule(
    "SYN023",
    "paragraph-break",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, _SHORT, _BLANK_LINE),
    fixability=Fixability.SAFE,
)
