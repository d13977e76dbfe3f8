"""Names in two orders within one file.

A file that has both "Day, Ann" and "Ann Day" is hard to search, and often comes of copies from
several sources.

    author = {Day, Ann and Bo Lee}

Write all in the order that most have, `Family, Given` if there are as many of both. By BibTeX's
rules both are one name, so that the fix is safe; it is made only where `Family, Given` prevails,
which can be made of every name.

It is harmless for every program.

The option `majority` is the share, in percent, that an order must have for the other to be
reported (50).
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.names.judging import joined_by_commas
from citekit.checker.rules.names.orders import FAMILY_FIRST, GIVEN_FIRST, in_order, order_of
from citekit.checker.rules.names.rewritten import rewritten
from citekit.checker.rules.names.written_names import WrittenName, persons
from citekit.model.diagnostic import Severity

_NAMED = ("author", "editor", "translator")


def _check(file: BibFile, options: RuleOptions) -> Iterator[Problem]:
    ordered = [
        (field, name, order)
        for entry in file.entries
        for field in map(entry.get, _NAMED)
        if field is not None
        for name in persons(field)
        if (order := order_of(name)) and not joined_by_commas(name)
    ]
    inverted = sum(order == FAMILY_FIRST for _, _, order in ordered)
    wanted = FAMILY_FIRST if 2 * inverted >= len(ordered) else GIVEN_FIRST
    agree = inverted if wanted == FAMILY_FIRST else len(ordered) - inverted
    if agree in {0, len(ordered)} or 100 * agree < options.number("majority") * len(ordered):
        return
    for field, name, order in ordered:
        if order != wanted:
            better = in_order(name, wanted) if wanted == FAMILY_FIRST else ""
            yield _problem(field, name, better, wanted)


def _problem(field: Field, name: WrittenName, better: str, wanted: str) -> Problem:
    message = f"has a name in another order than most of the file: '{name.text}'"
    if better:
        return rewritten(field, name, message, better, is_safe=True)
    hint = f"Write it in the order '{wanted}'."
    return field.problem(message, start=name.start, end=name.end, hint=hint)


RULE = Rule(
    "NAM015",
    "mixed-name-orders",
    __doc__,
    Severity.STYLE,
    FileCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
    options={"majority": 50},
)
