"""The volume, issue and part that one printed stretch holds."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from citekit.text.data import load_words
from citekit.text.folding import straighten

_EDGES = " \t\r\n.,;:"
_LONGEST = 100
_VALUE = r"(?:[A-Za-z]{0,2}\d{1,5}[A-Za-z]?|[IVXLCDM]{1,9})"
_ISSUE = r"(?:[A-Za-z]?\d{1,5}[A-Za-z]?(?:\s?[-/&]\s?\d{1,5})?|[IVXLCDM]{1,9})"
_YEAR_IN_BRACKETS = re.compile(rf"({_VALUE})\s?\((?:1[5-9]|20)\d\d\)")
_CJK = re.compile(
    r"(?:[第제]?\s?(?P<volume>\d{1,5})\s?[卷巻권])?[\s,，]*(?:[第제]?\s?(?P<issue>\d{1,5})\s?[期号號호])?"
)
# Between volume and issue where no word tells: "12(3)", "12:3", "12, 3", "12.3", "12/3".
# After a comma "A97" is the number of an article, and "II/1" is a volume in parts.
_SIGNS = re.compile(
    rf"({_VALUE})\s?(?:(?::|,(?!\s?[A-Za-z])|(?<=\d)[./](?=\d))\s?|\(\s?)({_ISSUE})\s?\)?"
)
# In what is known to be an issue: a slash and a bracket set off stand within its number.
_SIGNS_IN_ISSUE = re.compile(rf"({_VALUE})(?::\s?|,\s?|\()({_ISSUE})\)?")
_MAKE = re.compile(rf"{_VALUE}/{_ISSUE}")
_BANDS = ("bd", "band")


@dataclass(frozen=True, slots=True)
class VolumeNumbers:
    """What was printed of a volume; what was not is empty. ``count`` is the number of volumes."""

    volume: str = ""
    issue: str = ""
    part: str = ""
    count: str = ""


def _words(keys: Iterable[str]) -> str:
    words = frozenset().union(*(load_words("citekit.fields", "numbers", key) for key in keys))
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _cue(*keys: str) -> re.Pattern[str]:
    """The pattern of words before a number, which itself is not part of it."""
    signs = r"#|№\s?|n\.?[º°]\s?|§{1,2}\s?"
    return re.compile(
        rf"(?:(?:{signs}|(?:{_words(keys)})\b(?:\.?[º°])?)[\s.:]*)+"
        r"(?=[(\[]?(?:[A-Za-z]{0,2}\d|(?-i:[IVXLCDM]{1,9}\b|[A-Z]$|[A-Z][\w-]{0,20}?\d)))",
        re.IGNORECASE,
    )


@cache
def _behind(key: str) -> re.Pattern[str]:
    return re.compile(rf"({_VALUE})\s?\.?\s?(?:{_words([key])})\b\.?", re.IGNORECASE)


@cache
def _count() -> re.Pattern[str]:
    return re.compile(rf"(?:in\s)?(\d{{1,3}})\s(?:{_words(['count'])})\.?", re.IGNORECASE)


@cache
def _with_word(key: str) -> re.Pattern[str]:
    """The pattern of a volume, a word, and what the word announces: "12, no. 3", "2, Pt. 1"."""
    signs = r"№|n\.?[º°]|#|" if key == "issue" else ""
    return re.compile(
        rf"({_VALUE})\s?[,.;:]{{0,2}}\s?\(?\s?(?:{signs}(?:{_words([key])})\b)[\s.:]*"
        rf"({_ISSUE})\s?\)?",
        re.IGNORECASE,
    )


@cache
def _supplement() -> re.Pattern[str]:
    return re.compile(
        rf"({_VALUE})\s?[,;:]?\s?\(?\s?((?:{_words(['supplement'])})\b\.?\s?{_ISSUE}?|S\d{{1,3}})\s?\)?",
        re.IGNORECASE,
    )


def _tidied(text: str) -> str:
    plain = " ".join(straighten(text).split()).strip(_EDGES)
    if plain[:1] in "([" and plain[-1:] in ")]" and not any(sign in plain[1:-1] for sign in "()[]"):
        plain = plain[1:-1].strip(_EDGES)
    return plain.strip("()[] ") if plain.count("(") != plain.count(")") else plain


def parse_number(text: str, *kinds: str) -> str:
    """The number that ``text`` prints, without the words of ``kinds`` that announce it.

    ``kinds`` are the lists of words that may stand there: ``"volume"``, ``"issue"``,
    ``"chapter"``, ``"section"``. Dashes become plain hyphens; nothing else is changed.

    Example:
        >>> parse_number("Bd. XII", "volume"), parse_number("CS-TR-99", "issue")
        ('XII', 'CS-TR-99')
    """
    plain = _tidied(text)
    if len(plain) > _LONGEST:
        return plain
    cue = _cue(*kinds).match(plain)
    if cue:
        plain = plain[cue.end() :]
    elif len(plain) > 1 and plain.casefold() in load_words("citekit.fields", "numbers", kinds[0]):
        return ""
    return plain.strip(_EDGES)


def _behind_number(text: str, key: str) -> str:
    """``text`` with the number alone where the word of ``key`` stands behind it."""
    match = _behind(key).match(text)
    return match[1] + text[match.end() :] if match else text


def _cjk(text: str) -> VolumeNumbers | None:
    match = _CJK.fullmatch(text)
    if match is None or not (match["volume"] or match["issue"]):
        return None
    return VolumeNumbers(match["volume"] or "", match["issue"] or "")


def parse_volume(text: str) -> VolumeNumbers:
    """What ``text``, known to print a volume, says of volume, issue, part or number of volumes.

    Example:
        >>> parse_volume("Jg. 12, H. 3"), parse_volume("3 vols.").count
        (VolumeNumbers(volume='12', issue='3', part='', count=''), '3')
    """
    plain = _tidied(text)
    if len(plain) > _LONGEST:
        return VolumeNumbers(plain)
    counted = _count().fullmatch(plain)
    if counted:
        return VolumeNumbers(count=counted[1])
    cjk = _cjk(plain)
    if cjk is not None:
        return cjk
    in_bands = plain.casefold().startswith(_BANDS)
    plain = _behind_number(parse_number(plain, "volume", "issue"), "volume_behind")
    if in_bands and _MAKE.fullmatch(plain):
        return VolumeNumbers(plain)
    return _split(plain)


def _split(plain: str) -> VolumeNumbers:
    dated = _YEAR_IN_BRACKETS.fullmatch(plain)
    if dated:
        return VolumeNumbers(dated[1])
    part = _with_word("part").fullmatch(plain)
    if part:
        return VolumeNumbers(part[1], part=part[2])
    for pattern in (_with_word("issue"), _SIGNS, _supplement()):
        match = pattern.fullmatch(plain)
        if match:
            return VolumeNumbers(match[1], match[2])
    return VolumeNumbers(plain)


def parse_issue(text: str) -> VolumeNumbers:
    """What ``text``, known to print an issue, says of the issue and of a volume before it.

    Example:
        >>> parse_issue("Heft 3/4").issue, parse_issue("49:3")
        ('3/4', VolumeNumbers(volume='49', issue='3', part='', count=''))
    """
    plain = _tidied(text)
    if len(plain) > _LONGEST:
        return VolumeNumbers(issue=plain)
    cjk = _cjk(plain)
    if cjk is not None:
        return cjk
    plain = _behind_number(parse_number(plain, "issue"), "issue_behind")
    for pattern in (_with_word("issue"), _SIGNS_IN_ISSUE):
        match = pattern.fullmatch(plain)
        if match:
            return VolumeNumbers(match[1], match[2])
    return VolumeNumbers(issue=plain)
