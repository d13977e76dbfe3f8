"""The word "others" that is not the last in a list of names.

Only at the end it stands for further names; anywhere else it is a person of that name.

    author = {Day, Ann and others and Lee, Bo}

Move `and others` to the end, or leave it out.

It is wrong in no case we know of.
"""

from collections.abc import Iterator
from itertools import pairwise

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.names.written_names import NAME_FIELDS, has_odd_names, names_of
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    if "others" not in field.value:
        return
    names = names_of(field.value).names
    for name, following in pairwise(names):
        if name.text == "others" and following.text:
            yield field.problem(
                f"has 'others' before '{following.text}'",
                start=name.start,
                end=name.end,
                hint="Move 'and others' to the end, or leave it out.",
                fix=field.amendment("Remove 'others'", name.start, following.start, is_safe=False),
            )


RULE = Rule(
    "NAM029",
    "others-not-last",
    __doc__,
    Severity.ERROR,
    FieldCheck(_check, NAME_FIELDS, gate=has_odd_names),
    fixability=Fixability.UNSAFE,
)
