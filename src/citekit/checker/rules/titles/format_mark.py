"""A mark of the file's kind in a title, such as `[PDF]`.

Search engines and shops add it; it is no part of the title.

    title = {[PDF] Literate Programming},

Remove it.

It is right for no title.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_MARK = re.compile(
    r"(?:(?<=^)|(?<=^\{))\s*\[(?:PDF|HTML|BOOK|B|C|CITATION|DOC|PS)\]\s*"
    r"|\s*[(\[](?:PDF|HTML|e-?pub|e-?book|kindle(?: edition)?|hardcover|paperback|full text"
    r"|online version|print version)[)\]](?=[\s}]*$)",
    re.IGNORECASE,
)


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    match = _MARK.search(field.value)
    if match:
        yield field.problem(
            f"has the mark '{match[0].strip()}'",
            start=match.start(),
            end=match.end(),
            hint=f"Remove '{match[0].strip()}'.",
            fix=field.amendment("Remove it", *match.span(), is_safe=False),
        )


RULE = Rule(
    "TIT024",
    "format-mark",
    __doc__,
    Severity.WARNING,
    FieldCheck(
        _check,
        frozenset({"title", "booktitle", "subtitle"}),
        re.compile(
            r"[(\[](?:(?<=\[)[A-Z]{1,8}\]|pdf|html|e-?|kindle|hard|paper|full|online|print)",
            re.IGNORECASE,
        ),
    ),
    fixability=Fixability.UNSAFE,
)
