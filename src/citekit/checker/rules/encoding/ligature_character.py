"""A ligature of print, such as `ﬁ`, as one character.

PDF files keep them, and text copied from one has them. No search for the word finds it, and LaTeX
makes its ligatures itself.

    title = {Scientiﬁc Writing},

Write the letters: `Scientific`.

It is never needed in a bibliography.
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
from citekit.text.data import load_table

_LIGATURE = re.compile("[\ufb00-\ufb06]")


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    if not is_read(field):
        return ()
    found = _LIGATURE.finditer(field.value)
    return first_of(field, found, _letters, lambda old, new: f"has '{old}' for the letters '{new}'")


def _letters(match: re.Match[str]) -> str:
    table = load_table("citekit.checker.rules.encoding", "characters")["ligatures"]
    return str(table[match[0]]) if isinstance(table, dict) else match[0]


RULE = Rule(
    "ENC025",
    "ligature-character",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, pattern=_LIGATURE),
    fixability=Fixability.SAFE,
)
