"""An accent that stands beside its letter as a character of its own.

Text copied from an old PDF file has "Go¨del", since the file sets letter and accent apart.

    author = {G¨odel, Kurt},

Write `Gödel`. The fix puts the accent on the letter behind it, or on the one before if only that
can bear it.

It is right where the accent is spoken of.
"""

import re
import unicodedata
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.changes import first_of
from citekit.checker.rules.encoding.prose import prose
from citekit.checker.rules.encoding.text_fields import NAMES, TITLES
from citekit.model.diagnostic import Severity
from citekit.text.data import load_table

_SIGNS = "´¨ˆ˜˚ˇ¸˘˝˙˛¯"
_LOOSE = re.compile(rf"([^\W\d_]?)([{_SIGNS}])([^\W\d_]?)")
_VOWELS = frozenset("aeiouyAEIOUYıȷ")


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    return first_of(
        field,
        _LOOSE.finditer(prose(field.value)),
        _joined,
        lambda old, new: f"has '{old}', most likely for '{new}'",
        is_safe=False,
    )


def _joined(match: re.Match[str]) -> str:
    before, sign, after = match.groups()
    table = load_table("citekit.checker.rules.encoding", "characters")["loose-accents"]
    accent = str(table[sign]) if isinstance(table, dict) else ""
    behind = _bearing(after, accent)
    if behind and (not before or after in _VOWELS or not _bearing(before, accent)):
        return before + behind
    ahead = _bearing(before, accent)
    if ahead:
        return ahead + after
    return before + behind if behind else match[0]


def _bearing(letter: str, accent: str) -> str:
    """The letter with the accent as one character; empty if there is none."""
    plain = {"ı": "i", "ȷ": "j"}.get(letter, letter)
    text = unicodedata.normalize("NFC", plain + accent)
    return text if letter and len(text) == 1 else ""


RULE = Rule(
    "ENC031",
    "loose-accent",
    __doc__,
    Severity.WARNING,
    FieldCheck(
        _check,
        NAMES | TITLES | {"publisher", "journal", "journaltitle", "school", "institution"},
        re.compile(f"[{_SIGNS}]"),
    ),
    fixability=Fixability.UNSAFE,
)
