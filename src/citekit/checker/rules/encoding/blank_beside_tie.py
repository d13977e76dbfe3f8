r"""A `~` with a blank beside it, or in front of a number.

`~` is a blank at which no line breaks. With another blank beside it the gap is double and the line
may break after all; in front of a number it was most likely meant as "about".

    title = {Over ~ 40 Years},

Leave the other blank out, or write `$\sim$40`. The fix leaves only the `~`.

It is harmless in addresses, which are not looked at.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.changes import first_of
from citekit.checker.rules.encoding.prose import prose
from citekit.checker.rules.encoding.text_fields import is_printed
from citekit.model.diagnostic import Severity

_TIE = re.compile(r"(?<!\\)(?:[ \t]+~[ \t]*|~[ \t]+)(?=\S)")


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    if not is_printed(field):
        return ()
    found = _TIE.finditer(prose(field.value))
    return first_of(
        field, found, lambda _one: "~", lambda _old, _new: "has a blank beside '~'", is_safe=False
    )


RULE = Rule(
    "ENC024",
    "blank-beside-tie",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, pattern=re.compile(r"[ \t]~|~[ \t]")),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
