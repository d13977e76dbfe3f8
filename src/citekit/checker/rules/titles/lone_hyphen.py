"""A hyphen between blanks in a title, which stands for a dash.

It prints as a short stroke where a dash is meant.

    title = {Literate Programming - A Report},

Write ` -- `, or a colon before a subtitle. The fix writes the dash.

It is harmless for whoever does not mind.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.changes import first_of
from citekit.checker.rules.encoding.prose import prose
from citekit.checker.rules.encoding.text_fields import TITLES
from citekit.model.diagnostic import Severity

_HYPHEN = re.compile(r"(?<=\S)(\s)-(\s)(?=\S)")


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    return first_of(
        field,
        _HYPHEN.finditer(prose(field.value)),
        lambda one: f"{one[1]}--{one[2]}",
        lambda _old, _new: "has a hyphen between blanks",
    )


RULE = Rule(
    "TIT009",
    "lone-hyphen",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, TITLES, _HYPHEN),
    is_default=False,
    fixability=Fixability.SAFE,
)
