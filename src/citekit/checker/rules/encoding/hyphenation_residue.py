"""A word that was broken at the end of a line and kept its hyphen.

Text copied from a page has "infor- mation" where the page had two lines. It prints so.

    title = {Infor- mation Theory},

Write the word in one; the fix takes out the hyphen and the blank, or the blank alone where the file
has the word with a hyphen elsewhere.

It is wrong where a part of a compound is left out ("pre- and post-war", "Vor- und Nachteile");
words for "and", "or" and "to" behind the hyphen are known. Where the hyphen belongs to the word,
write it without the blank.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.changes import first_of
from citekit.checker.rules.encoding.prose import prose
from citekit.checker.rules.encoding.text_fields import TITLES
from citekit.model.diagnostic import Severity

_BROKEN = re.compile(
    r"(?<![\w-])([^\W\d_]{2,})-\s+(?!(?:and|or|to|und|oder|bis|et|ou|y|e|o|und/oder|vs|versus|through"
    r"|en|of|och|og|eller|sowie|bzw|as|but|nor|than|the|in|on|for|with|a|an|from|by|de|la)\b)"
    r"([a-zà-öø-ÿ]{2,})"
)
_FIELDS = TITLES | {"journal", "journaltitle", "publisher", "author", "editor", "series"}


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    found = [
        one for one in _BROKEN.finditer(prose(field.value)) if not _is_compound(field.value, one)
    ]
    if not found:
        return ()
    first = found[0]
    return first_of(
        field,
        found,
        lambda one: _whole(field, one),
        lambda old, _new: f"has '{' '.join(old.split())}', broken as at the end of a line",
        is_safe=False,
        hint=f"Write '{first[1]}{first[2]}', or with its hyphen, '{first[1]}-{first[2]}'.",
    )


def _whole(field: Field, match: re.Match[str]) -> str:
    """The word as it was before it was broken: with the hyphen if the file has it so."""
    hyphenated = f"{match[1]}-{match[2]}"
    return hyphenated if hyphenated in field.entry.file.text else f"{match[1]}{match[2]}"


def _is_compound(value: str, match: re.Match[str]) -> bool:
    """Whether a further part or its conjunction follows: "pre-, mid- and post-war"."""
    return value[match.end() : match.end() + 1] == "-" and value[match.end() + 1 :][:1] == " "


RULE = Rule(
    "ENC019",
    "hyphenation-residue",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, _FIELDS, re.compile(r"-\s+(?=[^\W\d_A-Z])")),
    fixability=Fixability.UNSAFE,
)
