"""A note that begins with a small letter, in a file for BibTeX.

BibTeX's styles print `note` and `howpublished` as sentences of their own.

    note = {in press},

Write `In press`.

It is harmless with styles that join the note to what stands before. Addresses and names such as
`arXiv` are not found. BibLaTeX sets the case itself.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_SMALL = re.compile(r"\s*([a-zà-öø-ÿ])[a-zà-öø-ÿ]*(?=[\s.,;:)]|$)(?!:\S|\.\S)")
_NAMES = ("http", "www", "doi", "arxiv", "url", "ftp")


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    match = _SMALL.match(field.value)
    if match is None or field.entry.file.dialect != "bibtex" or field.macro:
        return
    word = match[0].strip()
    if word.startswith(_NAMES):
        return
    start, end = match.span(1)
    wanted = word[0].upper() + word[1:]
    yield field.problem(
        f"begins with the small letter of '{word}'",
        start=start,
        end=match.end(),
        hint=f"Write '{wanted}'.",
        fix=field.amendment(f"Write '{wanted}'", start, end, word[0].upper()),
    )


RULE = Rule(
    "TIT017",
    "small-letter-in-note",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"note", "howpublished"})),
    is_default=False,
    fixability=Fixability.SAFE,
)
