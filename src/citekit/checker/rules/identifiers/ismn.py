"""An `ismn` that is no ISMN, or whose last sign is wrong.

The last sign follows from the others; where it does not fit, one is mistyped, and no catalogue
finds the edition.

    ismn = {979-0-2600-0043-9}

Compare it with the music: `ismn = {979-0-2600-0043-8}` is sound.

It is wrong in no case we know of.
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.fields.check_digits import is_valid_ismn
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    value = field.value.strip()
    if value and not is_valid_ismn(value):
        yield field.problem(
            f"'{value}' is no ISMN", hint="Compare it sign by sign with its source."
        )


RULE = Rule(
    "IDN015",
    "malformed-ismn",
    __doc__,
    Severity.ERROR,
    FieldCheck(_check, frozenset({"ismn"})),
)
