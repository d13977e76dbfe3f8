"""The role of a person, such as "(Ed.)", or words such as "edited by", in a list of names.

The style prints the role that goes with the field, and what stands in the name a second time, or as
a part of it.

    editor = {Day, Ann (Ed.)}

Leave it out: `editor = {Day, Ann}`; for an editor use the field `editor`.

It is wrong for a body that has such a word in parentheses; put that in braces.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.names.written_names import (
    NAME_FIELDS,
    WrittenName,
    has_odd_names,
    odd_persons,
)
from citekit.model.diagnostic import Severity
from citekit.text.data import load_words

_PATTERN = re.compile(
    r"[(\[,]\s?(?:eds?|editors?|hrsg|hg|dirs?|coords?|trans|transl|translators?|übers|comps?)\b"
    r"|^(?:(?:ed\.|eds\.|edited|written|compiled|translated)\s)?by\s",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?<![\s,])\s*,?\s*(?:[(\[]\s*([^\W\d_]{2,12})\.?\s*[)\]]|(?<=,)\s*([^\W\d_]{2,12})\.)\s*,?\s*$"
)
_LEAD_IN = re.compile(
    r"(?:(?:edited|ed\.|eds\.|written|compiled|translated)\s+)?by\s+(?=\S)", re.IGNORECASE
)


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    for name in odd_persons(field):
        if not _PATTERN.search(name.text):
            continue
        match = _LEAD_IN.match(name.text) or _ROLE.search(name.text)
        if match is None or len(match[0]) == len(name.text):
            continue
        if match.start() and not _is_role(match, name):
            continue
        start, end = name.start + match.start(), name.start + match.end()
        extra = match[0].strip(" ,")
        better = field.value[name.start : start] + field.value[end : name.end]
        yield field.problem(
            f"has '{extra}' in a name",
            start=start + len(match[0]) - len(match[0].lstrip(" ,")),
            end=start + len(match[0].rstrip()),
            hint=f"Write '{better.strip(' ,')}'.",
            fix=field.amendment(f"Remove '{extra}'", start, end, is_safe=False),
        )


def _is_role(match: re.Match[str], name: WrittenName) -> bool:
    """Whether it is a role; "Ed." after one comma may be a given name."""
    word = match[1] or match[2]
    is_whole = len(name.parts) > 2 or " " in name.parts[0].text  # noqa: PLR2004  # "Day, Ann, ed."
    is_known = word.lower() in load_words(__package__, "names", "roles")
    return is_known and (bool(match[1]) or is_whole)


RULE = Rule(
    "NAM028",
    "role-in-name",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, NAME_FIELDS, gate=has_odd_names),
    fixability=Fixability.UNSAFE,
)
