"""A name that is not in the order that the project wants.

`Family, Given` says at once which word is the family name; `Given Family` is easier to read. Both
are right, but one order makes lists easy to search and to compare.

    author = {Ann B. Day}

Write `author = {Day, Ann B.}`. By BibTeX's rules both are one name, so that the fix is safe.

It is harmless for every program.

The option `order` is the order that is wanted: `family-first` (the default) or `given-first`.
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.names.judging import joined_by_commas
from citekit.checker.rules.names.orders import FAMILY_FIRST, GIVEN_FIRST, in_order, order_of
from citekit.checker.rules.names.rewritten import rewritten
from citekit.checker.rules.names.written_names import NAME_FIELDS, persons
from citekit.model.diagnostic import Severity


def _check(field: Field, options: RuleOptions) -> Iterator[Problem]:
    wanted = GIVEN_FIRST if options.text("order") == GIVEN_FIRST else FAMILY_FIRST
    for name in persons(field):
        if order_of(name) in {"", wanted} or joined_by_commas(name) or "\\&" in name.text:
            continue
        better = in_order(name, wanted)
        message = f"has a name in the order '{order_of(name)}': '{name.text}'"
        if better:
            yield rewritten(field, name, message, better, is_safe=True)
        else:
            yield field.problem(
                message,
                start=name.start,
                end=name.end,
                hint=f"Write it in the order '{wanted}'.",
            )


RULE = Rule(
    "NAM014",
    "name-order",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, NAME_FIELDS),
    is_default=False,
    fixability=Fixability.SAFE,
    options={"order": FAMILY_FIRST},
)
