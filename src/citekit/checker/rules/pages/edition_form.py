"""An edition that is not written as the program wants it.

BibLaTeX wants an integer and makes the ordinal in the language of the document; the styles of
BibTeX print what they get before the word "edition" and want an ordinal, with a capital in words.

    edition = {second}

Write `edition = {2}` for BibLaTeX, `edition = {Second}` or `{2nd}` for BibTeX.

It is harmless where the language of the list is English and one style alone is used.
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.fields.numbers import parse_edition, parse_ordinal
from citekit.model.diagnostic import Severity

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_LONGEST = 60
_TEENS = range(11, 14)


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    value = field.value.strip()
    if len(value) > _LONGEST:
        return
    is_modern = field.entry.file.dialect == "biblatex"
    shown = parse_edition(value) if is_modern else value
    number = parse_ordinal(shown)
    if not number:
        return
    if is_modern:
        wanted = str(number)
    elif value.isdecimal():
        ending = "th" if number % 100 in _TEENS else _ENDINGS.get(number % 10, "th")
        wanted = f"{number}{ending}"
    else:
        wanted = value[:1].upper() + value[1:] if value.isalpha() else value
    if value != wanted:
        yield field.problem(
            f"'{value}' is not written as {field.entry.file.dialect} wants it",
            hint=f"Write '{wanted}'.",
            fix=field.replacement(f"Write '{wanted}'", wanted),
        )


RULE = Rule(
    "PAG017",
    "edition-form",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"edition"})),
    is_default=False,
    fixability=Fixability.SAFE,
)
