r"""A character in the escapes of JSON or of a web address.

`\u00f6` is how programs write `ö` for each other, `%C3%B6` how addresses have it. LaTeX knows
neither: `\u` is a command for another accent, `%` begins a comment.

    author = {G\u00f6del, Kurt},

Write the character.

It is right in addresses, which are not looked at.
"""

import re
from collections.abc import Iterable
from urllib.parse import unquote

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.changes import first_of
from citekit.checker.rules.encoding.text_fields import is_printed
from citekit.model.diagnostic import Severity
from citekit.text.latex import escape_latex

_ESCAPE = re.compile(
    r"\\u([0-9A-Fa-f]{4})(?![0-9A-Fa-f])|(?:%(?:C[2-9A-F]|D[0-9A-F]|E[0-9A-F]%[89AB][0-9A-F])%[89AB][0-9A-F])+"
    r"|%20(?=\w)"
)
_FIRST, _LAST = 0xD800, 0xDFFF


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    if not is_printed(field) or "://" in field.value:
        return ()
    return first_of(
        field,
        _ESCAPE.finditer(field.value),
        _character,
        lambda old, new: f"has '{old}', which is '{new}'",
    )


def _character(match: re.Match[str]) -> str:
    if match[1]:
        code = int(match[1], 16)
        is_letter = code > 0x7F and not _FIRST <= code <= _LAST  # noqa: PLR2004
        return chr(code) if is_letter else match[0]
    text = unquote(match[0], errors="replace")
    return match[0] if "\ufffd" in text else escape_latex(text)


RULE = Rule(
    "ENC030",
    "program-escape",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, pattern=re.compile(r"[\\%][uCDE2][0-9A-Fa-f]")),
    fixability=Fixability.SAFE,
)
