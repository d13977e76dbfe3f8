"""Lists of names as references and notes print them."""

import re
from functools import lru_cache

from citekit.fields.name_lists import split_names
from citekit.fields.name_order import NameOrder, OrderJudgement, judge_order, name_order
from citekit.fields.name_words import is_role, phrases_of
from citekit.fields.personal_names import parse_name
from citekit.model.reference import Literal, Name, PersonalName
from citekit.text.folding import fold

__all__ = ["NameOrder", "OrderJudgement", "judge_order", "name_order", "parse_name", "parse_names"]

OTHERS = Literal("others")

_LONGEST = 20_000
_ROLE_END = re.compile(r"[\s,]*[(\[]?\s*([^\W\d_]{2,12}\.?)\s*[)\]]?\s*$")
# "et al." and its like; the abbreviations in small letters only, since "E. A." are initials.
_OTHERS_END = re.compile(
    r"[\s,;&]*(?:\b(?:[Aa]nd|und|et|y|e)\s)?(?:\b[Ee][Tt]\.?\s?[Aa][l1IL]\b\.?|\b[Ee]t\sali[aei]\b"
    r"|\b[Oo]thers\b|\band al\b\.?|\bu\.\s?(?:v\.\s?)?a\.|\bu\.?a\.?$|\bandere\b|\bautres\b"
    r"|\botros\b|\bet\scoll\b\.?"
    r"|\baltri\b|\boutros\b|\bi\sinni\b|\bm\.\s?fl\.|\be\.\s?a\.|等|他|ほか|외|\[?и др\.?\]?)"
    r"[\s\].)…]*$"
)
# "(rev. by Jane Doe)" after a name says who else worked on it.
_REMARK = re.compile(r"\s?[(\[][^()\[\]]{0,40}\b(?:by|par|von|por)\s[^()\[\]]{1,60}[)\]]")


_YEAR_END = re.compile(r"\s?[(\[]\s?[12]\d{3}[a-z]?\s?[)\]]$")
# What leads in to names: "edited by", "hrsg. von".
_LEAD_IN = re.compile(
    r"[(\[]?\s?(?:(?:edited|compiled|translated|written|ed\.|eds\.|trans\.|comp\.|interview)\s)?by:?\s"
    r"|[(\[]?\s?(?:hrsg\.|hg\.|herausgegeben|übers\.|übersetzt)\s(?:von|v\.)\s"
    r"|[(\[]?\s?(?:eds?|hrsg|hg|dir|éd|a cura di)\b\.?:?\s(?:par\s|por\s)?",
    re.IGNORECASE,
)


# "Lee, A., … Zhou, T.": names left out.
_LEFT_OUT = re.compile(r"(?:…|\.\s?\.\s?\.)\s*(?:&\s*)?(?=[^\W\d_])")
# "HaberM": the blank between a family name and its initials was lost.
_GLUED = re.compile(r"([^\W\d_][\w’' -]*[a-zß-öø-ÿ])([A-ZÀ-ÖØ-Þ]{1,3})")


def _unglued(text: str) -> str:
    """``text`` with a blank before the initials, where all names of the list have lost it.

    One name alone with several capitals at its end may be that of a company.
    """
    printed = text.split(", ")
    glued = [_GLUED.fullmatch(name) for name in printed]
    if not all(glued) or (len(printed) == 1 and glued[0] and len(glued[0][2]) > 1):
        return text
    return ", ".join(f"{match[1]} {match[2]}" for match in glued if match)


def _has_letter(text: str) -> bool:
    return any(letter.isalpha() for letter in text)


def _is_unknown(folded: str) -> bool:
    return folded in phrases_of("unknown")


def _without_role(text: str) -> str:
    match = _ROLE_END.search(text, max(0, len(text) - 24))
    while match and match.start() > 0 and is_role(match[1]) and not match[1].isupper():
        inside = text[match.start() : match.end()]
        if not (inside.lstrip()[:1] in ",([" or match[1].endswith(".")):
            break
        text = text[: match.start()]
        match = _ROLE_END.search(text, max(0, len(text) - 24))
    return text


def _is_affiliation(name: Name, person: Name, printed: str) -> bool:
    """Whether a body in capitals after one person and a comma is where that person works."""
    return (
        isinstance(name, Literal)
        and isinstance(person, PersonalName)
        and name.text.isupper()
        and " " not in name.text
        and printed.endswith(f", {name.text}")
    )


@lru_cache(maxsize=4096)
def _parse(text: str, family_first: bool | None) -> tuple[Name, ...]:  # noqa: FBT001  # cached
    plain = " ".join(text.split())
    lead_in = _LEAD_IN.match(plain)
    plain = plain[lead_in.end() :].rstrip(")]") if lead_in else plain
    plain = _without_role(_REMARK.sub("", plain))
    if _is_unknown(fold(plain)):
        return ()
    plain = _YEAR_END.sub("", plain)
    tail = _OTHERS_END.search(plain, max(0, len(plain) - 30))
    others = tail is not None
    if tail is not None:
        plain = _without_role(plain[: tail.start()])
    names = [
        parse_name(printed, family_first=family_first)
        for printed in split_names(_unglued(_LEFT_OUT.sub("", plain)), family_first=family_first)
        if _has_letter(printed) and not _is_unknown(fold(printed))
    ]
    if len(names) == 2 and _is_affiliation(names[1], names[0], plain):  # noqa: PLR2004  # a count of words
        del names[1]
    return (*names, OTHERS) if others else tuple(names)


def parse_names(text: str, *, family_first: bool | None = None) -> tuple[Name, ...]:
    """The names in a list as printed, in order; none for "Anonymous" and its like.

    Lists with semicolons, "and" in several languages, slashes and commas of every style are
    read, mixed orders as well. ``Literal("others")`` ends a list that has "et al." at its end.
    ``family_first`` says that the list is known to be inverted; evidence in a name outweighs it.
    A text of more than 20,000 characters is one ``Literal``.
    """
    if len(text) > _LONGEST:
        return (Literal(" ".join(text.split())),)
    return _parse(text, family_first)
