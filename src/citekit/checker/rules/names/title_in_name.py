"""A title, a degree, an e-mail address or the mark of a footnote in a name.

They belong to no name: they are printed in the list, and a title before the name becomes part of
the family name, so that "Dr. Day" is sorted under "Dr.".

    author = {Dr. Day, Ann and Lee, Bo, PhD and Fox, Cy$^{*}$}

Leave them out: `author = {Day, Ann and Lee, Bo and Fox, Cy}`.

It is wrong where a title is part of a pen name; put that in braces.
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
    names_of,
)
from citekit.model.diagnostic import Severity
from citekit.text.data import load_words

_PATTERN = re.compile(
    r"\b(?:Dr|Prof|Professor|Mrs?|Ms|Rev|Hon|Hr|Fr|Herr|Frau|Mme|Mlle|Dott|Lic|Mag|Dipl)\b"
    r"|@|\*|†|‡|§|¶|\\(?:dag|ddag|thanks|textsuperscript|footnote)|\$|[¹²³]|\b(?i:ph\.?\s?d|md|m\.\s?d|d\.?phil|m\.?sc"
    r"|b\.?sc|mba|mph|esq|dds|dvm|edd|jd|rn|pharm\.?d)\b",
)
_MAIL = re.compile(r"\s*[<(]?\s*[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}\s*[>)]?")
_MARK = re.compile(
    r"(?<!\s)(?:\s*(?:\$\s*\^\s*(?:\{[^{}]{0,20}\}|[\d\w*])\s*\$|\$\s*\\(?:dag|ddag)(?:ger)?\s*\$"
    r"|\\textsuperscript\{[^{}]{0,20}\}|\\(?:thanks|footnote)\{[^{}]{0,200}\}|\\dd?ag\b(?:\{\})?"
    r"|[*†‡§¶]+|[¹²³]+))+(?=\s*(?:,|$))"
)
_TITLES = re.compile(
    r"(?:([^\W\d_]{2,9}(?:-[^\W\d_]{2,5})?)(\.)?[\s~]+|([^\W\d_]{2,5})\.(?=[^\W\d_]))"
)
_DEGREE = re.compile(r"(?<![\s,])(?:\s*,\s*|\s+)((?:[^\W\d_]{1,5}\.?\s?){1,3})$")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    for name in names_of(field.value).odd:
        if (
            not _PATTERN.search(name.text)
            or (name.is_braced and " " in name.text)
            or name.is_extended
        ):
            continue
        for start, end, what in _extras(field.value, name):
            extra = field.value[start:end]
            better = field.value[name.start : start] + field.value[end : name.end]
            yield field.problem(
                f"has {what} in a name: '{extra.strip(' ,')}'",
                start=start + len(extra) - len(extra.lstrip(" ,")),
                end=start + len(extra.rstrip()),
                hint=f"Write '{better.strip()}'.",
                fix=field.amendment(f"Remove '{extra.strip(' ,')}'", start, end, is_safe=False)
                if better.strip()
                else None,
            )
            break


def _extras(value: str, name: WrittenName) -> Iterator[tuple[int, int, str]]:
    """Where something that is no name stands in ``name``, with what it is."""
    for part in name.parts:
        end = _end_of_titles(value, part.start, part.end)
        if end > part.start:
            yield part.start, end, "a title"
    if match := _MAIL.search(value, name.start, name.end):
        yield match.start(), match.end(), "an e-mail address"
    for match in _MARK.finditer(value, name.start, name.end):
        yield match.start(), match.end(), "the mark of a footnote"
    match = _DEGREE.search(value, name.start, name.end)
    if match and _is_degree(match[1], name, is_after_comma="," in match[0][:3]):
        yield match.start(), match.end(), "a degree"


def _end_of_titles(value: str, start: int, end: int) -> int:
    certain = load_words(__package__, "names", "titles")
    dotted = load_words(__package__, "names", "dotted_titles")
    while match := _TITLES.match(value, start, end):
        word = (match[1] or match[3]).lower()
        is_title = word in certain or (word in dotted and (match[2] or match[3]))
        if not is_title or match.end() >= end or not value[match.start()].isupper():
            break
        start = match.end()
    return start


def _is_degree(text: str, name: WrittenName, *, is_after_comma: bool) -> bool:
    """Whether ``text`` is a degree; capitals alone may be initials, unless a name came before."""
    bare = text.replace(".", "").replace(" ", "")
    if bare in load_words(__package__, "names", "mixed_degrees"):
        return True
    whole_before = len(name.parts) > 2 or " " in name.parts[0].text  # noqa: PLR2004  # "Day, Ann, MD"
    is_known = bare in load_words(__package__, "names", "degrees")
    return is_known and is_after_comma and whole_before


RULE = Rule(
    "NAM013",
    "title-in-name",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, NAME_FIELDS, gate=has_odd_names),
    fixability=Fixability.UNSAFE,
)
