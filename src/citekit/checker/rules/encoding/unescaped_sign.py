r"""A `_`, `^` or `#` without a backslash in text.

LaTeX allows the first two in mathematics only, and the third in definitions: the run stops with
"Missing $ inserted" or the like.

    title = {The my_var Idiom in C#},

Write `\_`, `\#` and `\^{}`; set what is raised or lowered in mathematics: `$x^2$`. The fix writes
the signs themselves; where mathematics is likely (`^`, and `_` before a brace), on request only.

It is harmless where only pandoc reads the file. Addresses, mathematics and fields that no style
prints are not looked at. A `~` is an unbreakable blank and is right.
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

_SIGN = re.compile(r"[_^#](?<!\\[_^#])")
_WRITTEN = {"_": "\\_", "^": "\\^{}", "#": "\\#"}
_OFF = re.compile(
    r"&(?:amp;)?#x?[0-9A-Fa-f]{1,7};"
    r"|\\(?:cite\w*|[A-Za-z]*cites?|label|ref|[a-z]*rule|includegraphics)\*?\{[^{}]*\}"
)


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    if not is_printed(field) or field.name == "eid":
        return ()
    text = _OFF.sub(lambda one: "\0" * len(one[0]), prose(field.value))
    found = list(_SIGN.finditer(text))
    is_formula = any(one[0] == "^" or text[one.start() :].startswith("_{") for one in found)
    return first_of(
        field,
        found,
        lambda one: _WRITTEN[one[0]],
        lambda old, _new: f"has '{old}' without a backslash",
        is_safe=not is_formula,
        hint="Set the formula in '$…$', or put a backslash before the sign if that is meant."
        if is_formula
        else "",
    )


RULE = Rule(
    "ENC014",
    "unescaped-sign",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, pattern=_SIGN),
    fixability=Fixability.SAFE,
)
