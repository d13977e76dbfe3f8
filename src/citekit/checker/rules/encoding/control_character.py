r"""A control character in a value.

It prints as nothing or stops LaTeX. It is left over from a conversion, or from a program that took
the backslash of a command for an escape: `\beta` becomes a backspace and `eta`.

    title = {A <U+0008>eta Test},

Write what was meant; the fix removes the character, or writes the letter or command that it stands
for.

It is never right in a bibliography.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.changes import first_of
from citekit.checker.rules.encoding.text_fields import is_read
from citekit.model.diagnostic import Severity

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
# What programs make of a backslash and a letter.
_ESCAPES = {"\a": "\\a", "\b": "\\b", "\f": "\\f", "\v": "\\v", "\x1b": "\\e"}


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    if not is_read(field):
        return ()
    return first_of(
        field,
        _CONTROL.finditer(field.value),
        _meant,
        lambda old, _new: f"has the control character U+{ord(old):04X}",
    )


def _meant(match: re.Match[str]) -> str:
    sign = match[0]
    if sign in _ESCAPES and match.string[match.end() : match.end() + 2].isalpha():
        return _ESCAPES[sign]
    if sign >= "\x80":
        return sign.encode("latin-1").decode("cp1252", "ignore")
    is_blank = sign in "\v\f" and match.string[match.end() : match.end() + 1] not in {"", " "}
    return " " if is_blank else ""


RULE = Rule(
    "ENC003",
    "control-character",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, pattern=_CONTROL),
    fixability=Fixability.SAFE,
)
