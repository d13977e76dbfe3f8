"""What stands before and behind the names of a list: lead-ins, roles, "et al."."""

import re
from collections.abc import Iterable
from functools import cache

from citekit.fields.name_words import is_role, listed, words_of
from citekit.text.folding import fold
from citekit.text.script import is_cjk

_TAIL = 40
_ROLE_END = re.compile(r"[\s,]*[(\[]?\s*([^\W\d_]{2,12}\.?)\s*[)\]]?\s*$")
_BRACKET_END = re.compile(r"\s*[(\[]([^()\[\]]{2,30})[)\]]\s*$")
# "Et al." with what scanning makes of it; the bare abbreviation "et a." is not among it.
_ET_AL = r"\b[Ee][Tt]\.?\s?[Aa][l1IL]\b\.?"
# "aus dem Englischen von": from which language somebody has translated.
_FROM_LANGUAGE = re.compile(
    r"(?:aus dem|from the|du|de l'|del|dal|dall'|z)\s?(?:[^\W\d_]+\s){1,2}(?:von|by|par|di|por)\s",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"[(\[]?\d{1,3}[.)\]]\s+(?=[^\W\d_])")
_JOIN_BEFORE = re.compile(r"[\s,;]*(?:and|und|et|&)\s")
_JOIN_BEHIND = re.compile(r"[\s,;]+(?:and|und|et|&)[\s,;]*$")
_FEWEST_CJK = 2
_REACH = 80


def _alternatives(phrases: Iterable[str]) -> str:
    """A pattern of printed phrases in which full stops, and blanks behind them, may be missing."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(
        re.escape(phrase)
        .replace(r"\.\ ", r"\.?\s?")
        .replace(r"\.", r"\.?")
        .replace(r"\ ", r"\s")
        .replace("'", "['’]")
        for phrase in longest_first
    )


@cache
def _lead_in() -> re.Pattern[str]:
    phrases = _alternatives(listed("lead_ins"))
    short = sorted(words_of("short_lead_ins"), key=len, reverse=True)
    small, capital = "|".join(short), "|".join(word.capitalize() for word in short)
    return re.compile(
        rf"[(\[]?\s?(?:(?i:{phrases})(?:(?<=['’])|:?\s)|(?:(?:{small})\b\.?|(?:{capital})\.):?\s"
        r"(?:(?:by|von|v\.|par|por|de)\s)?)"
    )


@cache
def _others_end() -> re.Pattern[str]:
    joins = _alternatives(words_of("conjunctions") | {"And", "&"})
    others, after = _alternatives(listed("others")), _alternatives(listed("after_and"))
    cjk = "|".join(sorted(listed("others_cjk"), key=len, reverse=True))
    return re.compile(
        rf"[\s,;&(\[]*(?:(?:(?<!\w)(?:{joins})\s)?(?:{_ET_AL}|(?<!\w)(?:{others})(?!\w))"
        rf"|(?<!\w)(?:{joins})\s(?:{after})(?!\w)"
        rf"|(?:{cjk})(?:\s?\d{{1,2}}\s?[인명人名])?)[\s\].)…]*$"
    )


@cache
def _cjk_role() -> re.Pattern[str]:
    glued = "|".join(sorted(listed("roles_cjk"), key=len, reverse=True))
    apart = "|".join(sorted(listed("roles_korean"), key=len, reverse=True))
    return re.compile(rf"(?:[\s,，(（]*(?:{glued})|[\s,(]+(?:{apart}))[\s)）]*$")


def without_lead_in(text: str) -> str:
    """``text``, with single blanks, without what leads in to the names ("edited by", "hrsg. von").

    A number in a list and an "and" before the first name go as well.
    """
    plain = text
    numbered = _NUMBERED.match(plain)
    plain = plain[numbered.end() :] if numbered else plain
    for pattern in (_FROM_LANGUAGE, _lead_in()):
        found = pattern.match(plain, 0, _REACH)
        if found:
            plain = plain[found.end() :]
            if text[:1] in "([" and plain.count("(") < plain.count(")"):
                plain = plain.rstrip(")]")
    joined = _JOIN_BEFORE.match(plain)
    return plain[joined.end() :] if joined else plain


def without_roles(text: str) -> str:
    """``text`` without the roles behind the names ("(eds.)", ", ed.", "主编")."""
    if is_cjk(text[-_TAIL:]):
        return _without_cjk_role(text)
    bracket = _BRACKET_END.search(text, max(0, len(text) - _TAIL))
    if bracket and bracket.start() and _is_phrase_of_role(bracket[1]):
        return without_roles(text[: bracket.start()])
    match = _ROLE_END.search(text, max(0, len(text) - _TAIL))
    while match and match.start() > 0 and is_role(match[1]) and not match[1].isupper():
        inside = text[match.start() : match.end()]
        if not (inside.lstrip()[:1] in ",([" or match[1].endswith(".")):
            break
        text = text[: match.start()]
        match = _ROLE_END.search(text, max(0, len(text) - _TAIL))
    return _JOIN_BEHIND.sub("", text)


def _without_cjk_role(text: str) -> str:
    match = _cjk_role().search(text, max(0, len(text) - _TAIL))
    return text[: match.start()] if match and match.start() >= _FEWEST_CJK else text


@cache
def _folded_lead_ins() -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in listed("lead_ins"))


def _is_phrase_of_role(text: str) -> bool:
    """Whether brackets hold nothing but roles: "(ed. and trans.)", "(a cura di)"."""
    folded = fold(text)
    words = folded.split()
    return folded in _folded_lead_ins() or (
        any(is_role(word) for word in words)
        and all(is_role(word) or word in {"and", "und", "et", "y", "e"} for word in words)
    )


def cut_others(text: str) -> tuple[str, bool]:
    """``text`` without "et al." or its like at the end, and whether that was there."""
    found = _others_end().search(text, max(0, len(text) - _TAIL))
    if found is None:
        return text, False
    return text[: found.start()], True
