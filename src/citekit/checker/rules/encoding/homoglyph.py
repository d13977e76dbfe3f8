"""A letter of another script within a word, which looks like the right one.

A Cyrillic `а` in a Latin word looks like `a` and is none: no search finds the word, it sorts
elsewhere, and LaTeX prints a letter of another font or none.

    title = {Literate Progrаmming}  % with Cyrillic а

Write the letter of the word's own script; the fix does.

It is wrong for words that mix scripts on purpose; only letters that have a double in the word's own
script are found.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.changes import first_of
from citekit.checker.rules.encoding.text_fields import verbatim_fields
from citekit.model.diagnostic import Severity
from citekit.text.data import load_table

_MIXED = re.compile(r"[\u0370-\u04ff]")
_WORD = re.compile(r"[^\W\d_]{3,}")
_FOREIGN = re.compile(r"[\u0370-\u03ff\u0400-\u04ff]")


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    if field.name in verbatim_fields() - {"doi"}:
        return ()
    return first_of(
        field,
        _WORD.finditer(field.value),
        _unmixed,
        lambda old, new: f"has '{old}' with letters of another script than '{new}'",
        is_safe=False,
    )


def _unmixed(match: re.Match[str]) -> str:
    """The word in the script of most of its letters, or as it is where that cannot be."""
    word = match[0]
    foreign = _FOREIGN.findall(word)
    latin = [letter for letter in word if letter.isascii()]
    if not foreign or not latin or len(foreign) == len(latin):
        return word
    to_latin = len(latin) > len(foreign)
    doubles = _doubles(to_latin=to_latin)
    odd = foreign if to_latin else latin
    if not all(letter in doubles for letter in odd):
        return word
    return "".join(doubles[letter] if letter in odd else letter for letter in word)


def _doubles(*, to_latin: bool) -> dict[str, str]:
    table = load_table("citekit.checker.rules.encoding", "characters")["homoglyphs"]
    pairs = (
        {str(key): str(value) for key, value in table.items()} if isinstance(table, dict) else {}
    )
    if to_latin:
        return pairs
    return {
        latin: other for other, latin in pairs.items() if other >= "\u0400" and latin not in "sjSJ"
    }


RULE = Rule(
    "ENC007",
    "homoglyph",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, pattern=_MIXED),
    fixability=Fixability.UNSAFE,
)
