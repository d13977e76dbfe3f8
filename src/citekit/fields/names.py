"""Lists of names as references and notes print them."""

import re
from functools import lru_cache

from citekit.fields.name_list_edges import cut_others, without_lead_in, without_roles
from citekit.fields.name_lists import split_names
from citekit.fields.name_order import NameOrder, OrderJudgement, judge_order, name_order
from citekit.fields.name_words import phrases_of
from citekit.fields.personal_names import parse_name
from citekit.model.reference import Literal, Name, PersonalName
from citekit.text.folding import fold

__all__ = ["NameOrder", "OrderJudgement", "judge_order", "name_order", "parse_name", "parse_names"]

OTHERS = Literal("others")

_LONGEST = 20_000
# "(rev. by Jane Doe)" after a name says who else worked on it.
_REMARK = re.compile(r"\s?[(\[][^()\[\]]{0,40}\b(?:by|par|von|por)\s[^()\[\]]{1,60}[)\]]")
_YEAR_END = re.compile(r"\s?[(\[]\s?[12]\d{3}[a-z]?\s?[)\]]$")
_BRACKETED = re.compile(r"\[([^\[\]]+)\]")
# Scanning and typesetting: "Smith , J ." and "H. -J. Schmidt".
_LOOSE_MARK = re.compile(r"(?<=[^\s.…])\s(?=[,.;](?![.…]|\s\.))")
# "BrooksA.,Walter F": the blank before initials with full stops was lost.
_GLUED_STOP = re.compile(r"(?<=[a-zß-öø-ÿ])(?=(?:[A-Z]\.){1,3}(?:[,;]|$))")
_LOOSE_HYPHEN = re.compile(r"(?<=\b[^\W\d_]\.)\s?-\s?(?=[^\W\d_](?:\.|$))")
# "B.Cros", "andR. Roe": the blank after initials, or before them, was lost; "D.Phil." is whole.
_GLUED_NAME = re.compile(r"(?<=\b[^\W\d_a-z]\.)(?=[^\W\d_]{3,})(?!(?:Phil|Litt)\b)")
_GLUED_AND = re.compile(r"(?<=\s)(and|und|et)(?=[A-Z]\.)")
_MARKS = str.maketrans({"，": ",", "،": ",", "；": ";", "؛": ";"})
# "Lee, A., … Zhou, T.": names left out.
_LEFT_OUT = re.compile(r"(?:…|\.\s?\.\s?\.)\s*(?:&\s*)?(?=[^\W\d_]|$)")
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


def _tidied(text: str) -> str:
    """``text`` with single blanks and plain marks, each close to what it follows."""
    plain = _LOOSE_MARK.sub("", " ".join(text.translate(_MARKS).split()))
    if "." in plain:
        plain = _GLUED_NAME.sub(" ", _GLUED_STOP.sub(" ", plain))
        plain = _GLUED_AND.sub(r"\1 ", plain)
    return _LOOSE_HYPHEN.sub("-", plain) if "-" in plain else plain


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
    plain = without_lead_in(_tidied(text))
    bracketed = _BRACKETED.fullmatch(plain)
    plain = bracketed[1].rstrip("?") if bracketed else plain
    plain = without_roles(_REMARK.sub("", plain))
    if _is_unknown(fold(plain)):
        return ()
    plain, others = cut_others(_YEAR_END.sub("", plain))
    plain = without_roles(plain) if others else plain
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
