r"""Quotation marks, dashes or dots in Unicode in a file for BibTeX.

BibTeX knows ASCII. An old LaTeX drops such a character or stops at it, and files from several hands
mix the two ways.

    title = {The “Literate” Way – a Report},

Write ````Literate''`` and `--`; the fix does.

It is harmless with LaTeX since 2018, which reads UTF-8, and with pandoc. Files for BibLaTeX are not
looked at.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.changes import first_of
from citekit.checker.rules.encoding.text_fields import is_printed
from citekit.model.diagnostic import Severity
from citekit.text.data import load_table

_MARK = re.compile(r"[‐‑–—−‘’“”„…]")


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    if field.entry.file.dialect != "bibtex" or not is_printed(field):
        return ()
    marks = _MARK.finditer(field.value)
    return first_of(field, marks, _in_tex, lambda old, new: f"has '{old}', in TeX '{new}'")


def _in_tex(match: re.Match[str]) -> str:
    table = load_table("citekit.checker.rules.encoding", "characters")["tex"]
    return str(table[match[0]]) if isinstance(table, dict) else match[0]


RULE = Rule(
    "ENC008",
    "typographic-mark",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, pattern=_MARK),
    is_default=False,
    fixability=Fixability.SAFE,
)
