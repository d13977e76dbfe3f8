"""A character that nobody sees: a joiner, a soft hyphen, a mark of direction.

It comes with text copied from web pages and PDF files. Searches and comparisons miss the word, a
DOI with one leads nowhere, and LaTeX stops at most of them.

    title = {Type<U+200B>setting},

Remove it. A line or paragraph separator becomes a blank.

Joiners in Arabic and Indic scripts and in emoji, and marks of direction beside Hebrew or Arabic,
are right and not found.
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
from citekit.text.script import Script, count_scripts

_ONE = "[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060-\u2064\u2066-\u2069\ufeff]"
_INVISIBLE = re.compile(f"{_ONE}+")
_JOINERS = re.compile("[\u200c\u200d\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_PLAIN = frozenset(
    {Script.LATIN, Script.COMMON, Script.CYRILLIC, Script.GREEK, Script.HAN, Script.HANGUL}
)


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    if not is_read(field):
        return ()
    found = [one for one in _INVISIBLE.finditer(field.value) if not _is_needed(one)]
    return first_of(
        field, found, _written, lambda old, _new: f"has the invisible character U+{ord(old[0]):04X}"
    )


def _written(match: re.Match[str]) -> str:
    return " " if "\u2028" in match[0] or "\u2029" in match[0] else ""


def _is_needed(match: re.Match[str]) -> bool:
    """Whether the script of the value, or an emoji beside it, has use for it."""
    if not _JOINERS.fullmatch(match[0]):
        return False
    beside = match.string[max(0, match.start() - 1) : match.end() + 1]
    is_emoji = any(letter >= "\u2600" and not letter.isalpha() for letter in beside)
    return is_emoji or any(one not in _PLAIN for one in count_scripts(match.string))


RULE = Rule(
    "ENC006",
    "invisible-character",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, pattern=re.compile(_ONE)),
    fixability=Fixability.SAFE,
)
