r"""An entity of HTML such as `&amp;`.

It comes from web pages and from exports that were not cleaned. LaTeX stops at its `&`, and the list
prints "amp;".

    title = {Science &amp; Technology},

Write the character as LaTeX does: `\&`.

It is right only in a text that is about HTML.
"""

import html
import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.changes import first_of
from citekit.checker.rules.encoding.text_fields import is_read, verbatim_fields
from citekit.model.diagnostic import Severity
from citekit.text.latex import escape_latex

_ENTITY = re.compile(
    r"(?:&|\\&)(?:amp\\?;)?(?:\\?#(?:x[0-9A-Fa-f]{1,6}|\d{1,7})|[A-Za-z][A-Za-z0-9]{1,20});"
)
_LOW, _HIGH = 0x20, 0x10FFFF
_SIGNS = {"<": "$<$", ">": "$>$", "\xa0": "~", '"': "''", "\u00ad": "", "\u200b": ""}


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    if not is_read(field):
        return ()

    def write(match: re.Match[str]) -> str:
        sign = _character(match[0])
        if field.name in verbatim_fields() or not sign:
            return sign or match[0]
        return _SIGNS.get(sign) or escape_latex(sign)

    return first_of(
        field,
        _ENTITY.finditer(field.value),
        write,
        lambda old, _new: f"has '{old}', which is HTML",
    )


def _character(entity: str) -> str:
    """What an entity stands for, even one that was escaped twice; empty if it is none."""
    text = html.unescape(html.unescape(entity.replace("\\", "")))
    return text if len(text) <= 2 and "&" not in text[:-1] else ""  # noqa: PLR2004


RULE = Rule(
    "ENC010",
    "html-entity",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, pattern=_ENTITY, needs=("&",)),
    fixability=Fixability.SAFE,
)
