"""Initials without full stops, or without blanks between them.

BibTeX makes no full stops, so that "Day, A B" is printed beside "Lee, C. D."; of "A.B." styles that
shorten given names keep the "A." alone.

    author = {Day, A B and Lee, C.D.}

Write `author = {Day, A. B. and Lee, C. D.}`. The fix is unsafe for capitals without blanks, which
may be a short name.

It is harmless with BibLaTeX, which makes initials anew.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.names.judging import is_body
from citekit.checker.rules.names.written_names import NAME_FIELDS, odd_persons
from citekit.fields.name_words import is_suffix
from citekit.model.diagnostic import Severity

_PATTERN = re.compile(
    r"\b[A-ZÀ-ÖØ-Þ](?![\w.'’-])|\b[A-ZÀ-ÖØ-Þ]\.[A-ZÀ-ÖØ-Þ]|[\s~][A-ZÀ-ÖØ-Þ]{2,3}\b"
)
_BARE = re.compile(r"(?<![\w.'’\\&{-])([A-ZÀ-ÖØ-Þ])(?![\w.'’&}-])")
_TIGHT = re.compile(r"(?<![\w\\])(?:[A-ZÀ-ÖØ-Þ]\.){1,4}[A-ZÀ-ÖØ-Þ]\.?(?![\w.'’-])")
_GLUED = re.compile(r"[A-ZÀ-ÖØ-Þ]{2,3}")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    for name in odd_persons(field):
        if is_body(name):
            continue
        part = name.parts[-1]
        given = part.text if len(name.parts) > 1 else name.text.rpartition(" ")[0]
        if "\\" in given or "{" in given or is_suffix(given):
            continue
        better = _TIGHT.sub(_spaced, _BARE.sub(r"\1.", given))
        is_glued = (
            len(name.parts) > 1 and _GLUED.fullmatch(given) and not name.parts[0].text.isupper()
        )
        if is_glued:
            better = " ".join(f"{letter}." for letter in given)
        if better != given:
            start = part.start
            yield field.problem(
                f"has initials in another form than 'A. B.': '{given}'",
                start=start,
                end=start + len(given),
                hint=f"Write '{better}'.",
                fix=field.amendment(
                    f"Write '{better}'", start, start + len(given), better, is_safe=not is_glued
                ),
            )


def _spaced(match: re.Match[str]) -> str:
    return " ".join(f"{letter}." for letter in match[0].replace(".", ""))


RULE = Rule(
    "NAM011",
    "initials-without-full-stop",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, NAME_FIELDS, _PATTERN),
    is_default=False,
    fixability=Fixability.SAFE,
)
