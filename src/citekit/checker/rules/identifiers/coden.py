"""A `coden` that is no CODEN, or whose last sign is wrong.

The last sign follows from the others; where it does not fit, one is mistyped, and no catalogue
finds the journal.

    coden = {JACSAX}

Compare it with a catalogue of journals: `coden = {JACSAT}` is sound.

It is wrong in no case we know of.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.fields.check_digits import is_valid_coden
from citekit.model.diagnostic import Severity

_OLD = re.compile(r"[A-Z]{5}")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    value = field.value.strip()
    # The last sign was added to the older form of five letters.
    if value and not _OLD.fullmatch(value) and not is_valid_coden(value):
        yield field.problem(
            f"'{value}' is no CODEN", hint="Compare it sign by sign with its source."
        )


RULE = Rule(
    "IDN016",
    "malformed-coden",
    __doc__,
    Severity.ERROR,
    FieldCheck(_check, frozenset({"coden"})),
)
