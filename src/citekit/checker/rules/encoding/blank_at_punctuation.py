"""A blank too many or too few at a comma, a stop or a bracket.

It prints as it stands, and a line may break there.

    title = {Commas , Stops ( and Brackets ):Examples},

Take the blank out, or put one behind the mark.

It is wrong for French, which has a blank in front of `:`, `;`, `?` and `!`; in entries whose
language is French, and in titles that seem to be, only `,` and `.` are looked at.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.changes import first_of
from citekit.checker.rules.encoding.prose import prose
from citekit.checker.rules.encoding.text_fields import NAMES, is_printed
from citekit.model.diagnostic import Severity
from citekit.text.language import guess_language

_BLANK = re.compile(r"(?<=[^\s\0])\s+(?=[,.;:?!)\]](?![\w.,:;\-)$\\]))|(?<=[(\[])\s+(?=\S)")
_GLUED = re.compile(r"(?<=[^\W\d_]{2})[,;:](?=[^\W\d_]{2}|A\s)")
# No blank is wanted in "arXiv:math.AT" and the like, and behind Chinese and Japanese.
_JOINED = re.compile(
    r"\b(?:arxiv|doi|hdl|urn|isbn|issn|pmid|mailto):|(?-i:[\u3040-\u30ff\u3400-\u9fff])[,;:]",
    re.IGNORECASE,
)
_LONGEST_JOINED = 7
_FRENCH = frozenset(";:?!")


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    if not is_printed(field):
        return ()
    found = list(_BLANK.finditer(prose(field.value)))
    if found and _is_french(field):
        found = [one for one in found if field.value[one.end()] not in _FRENCH]
    if field.name not in NAMES:
        text = prose(field.value)
        found += (one for one in _GLUED.finditer(text) if not _is_joined(text, one))
    return first_of(
        field,
        sorted(found, key=lambda one: one.start()),
        lambda one: f"{one[0]} " if one[0].strip() else "",
        lambda old, _new: (
            f"has no blank behind '{old}'"
            if old.strip()
            else "has a blank at a mark that wants none"
        ),
    )


def _is_joined(text: str, match: re.Match[str]) -> bool:
    """Whether the mark stands where no blank is wanted."""
    before = text[max(0, match.start() - _LONGEST_JOINED) : match.end()]
    return any(one.end() == len(before) for one in _JOINED.finditer(before))


def _is_french(field: Field) -> bool:
    language = field.entry.first("langid", "hyphenation", "language")
    if language is not None:
        return language.value.strip().lower().startswith(("fr", "acadian", "canadien"))
    return guess_language(field.plain) == "fr"


RULE = Rule(
    "ENC021",
    "blank-at-punctuation",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, pattern=re.compile(r"\S\s[,.;:?!)\]]|[(\[]\s|[^\W\d_][,;:][^\W\d_]")),
    is_default=False,
    fixability=Fixability.SAFE,
)
