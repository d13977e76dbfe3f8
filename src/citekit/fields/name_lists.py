"""A printed list of names cut into its names."""

import re
from functools import cache

from citekit.fields.name_order import NameOrder, name_order
from citekit.fields.name_words import (
    is_bare_initials,
    is_capital_particle,
    is_degree,
    is_initial,
    is_particle,
    is_suffix,
    is_title,
    words_of,
)
from citekit.fields.organisations import (
    is_acronym,
    is_firm,
    is_legal_form,
    is_organisation,
    is_state,
    is_unit,
    without_acronym,
)
from citekit.fields.personal_names import clean_name
from citekit.text.folding import fold
from citekit.text.script import is_cjk

_CJK_SEPARATOR = re.compile(
    r"\s?[、，,]\s?|\s(?:및|和|与|與|&|and)\s|(?<=[\u3400-\u9fff])・(?=[\u3400-\u9fff])"
    r"|(?<=[\uac00-\ud7af])[·・ㆍ](?=[\uac00-\ud7af])"
)
# A parenthesis that would be cut at the signs within it: "(ESG, UQAM)", "(Office of X and Y)".
_ASIDE = re.compile(r"\s?\([^()]{0,80}(?:[,/;&]|\s(?:and|of)\s)[^()]{0,80}\)")
_SLASH = re.compile(r"\s?/\s?")
_LEADING_CONJUNCTION = re.compile(r"^\s*(?:and|und|et|y|e|&)\s")
# "Hans Müller – Karl Schmidt", "Smith, J. | Jones, B.": marks that stand free between names.
_FREE_MARK = re.compile(r"\s[|•·–—-]\s")
_OF_START = re.compile(r"(?:the\s)?(?:[\w.]+\s){0,2}?[\w.]+\s(?:of|for)\s", re.IGNORECASE)


@cache
def _conjunction() -> re.Pattern[str]:
    words = "|".join(
        re.escape(word) for word in sorted(words_of("conjunctions"), key=len, reverse=True)
    )
    return re.compile(rf",?\s(&|And|AND|UND|ET|{words})\s|\s?,?\s?(&)\s?|\s(?:및|和|与|與)\s")


def _joins_particles(left: str, right: str) -> bool:
    """Whether "und" stands within the particles of one name: "von und zu"."""
    joined = words_of("joined_particles")
    return left.rpartition(" ")[2] in joined and right.partition(" ")[0] in joined


def _joins_families(left: str, right: str) -> bool:
    """Whether "y" stands within one name: "José Ortega y Gasset", "Ramón y Cajal, Santiago"."""
    if "," in left:
        return False
    following, comma, _ = right.partition(",")
    if " " in following.strip():
        return False
    return bool(comma) if " " not in left else not comma


def _split_conjunctions(text: str) -> list[str]:
    pieces = []
    start = 0
    for match in _conjunction().finditer(text):
        left, right = text[start : match.start()], text[match.end() : match.end() + 60]
        if match[1] in words_of("inner_conjunctions") and _joins_families(left, right):
            continue
        if match[1] == "a" and not right[:1].isupper():
            continue
        if match[1] == "und" and _joins_particles(left, right):
            continue
        pieces.append(left)
        start = match.end()
    pieces.append(text[start:])
    return [piece for piece in pieces if piece.strip(" ,")]


def _is_compound(words: list[str]) -> bool:
    """Whether words could be a family name of several words, before a comma."""
    initials = any(is_initial(word) and not is_capital_particle(word) for word in words)
    return not initials and (
        is_particle(words[0])
        or is_capital_particle(words[0])
        or all(fold(word) in words_of("spanish_families") for word in words)
    )


def _is_given(part: str) -> bool:
    """Whether a part between commas is given names alone: initials, or a name and initials."""
    words = part.split()
    return all(is_initial(word) for word in words)


def _takes_next(part: str, following: str, *, alone: bool, family_first: bool | None) -> bool:
    """Whether ``part`` is a family name and ``following``, after a comma, its given names."""
    words, after = part.split(), following.split()
    if len(words) == 2 and is_suffix(words[1]) and not is_bare_initials(after[-1]):  # noqa: PLR2004  # "Smith III"
        words = words[:1]
    if _is_given(following):
        return len(words) == 1 or not any(is_initial(word) for word in words[1:])
    if is_acronym(following):
        return len(words) == 1 and part.isupper()
    if is_organisation(following) or (is_organisation(part) and not is_acronym(part)):
        return False
    if len(words) == 1:
        # "LAW, John" has a family name in capitals, "J., Smith" initials.
        return not is_initial(part) or (part.isalpha() and len(part) > 1)
    if _is_compound(words):
        return len(after) == 1 or not is_particle(words[0]) or alone or not _is_compound(after)
    if any(is_initial(word) for word in words):
        return False
    if len(after) == 1:
        return alone or bool(family_first)
    return bool(family_first) and alone and name_order(part) is NameOrder.UNKNOWN


def _families_only(groups: list[list[str]]) -> bool:
    """Whether a list with "and" names persons by family names alone: "Smith, Jones and Brown"."""
    parts = [part for group in groups for part in group]
    return (
        len(groups) > 1
        and len(groups[-1]) == 1
        and not any(" " in part or is_initial(part) for part in parts)
    )


def _follows_name(name: str, part: str) -> bool:
    """Whether ``part`` is a suffix or degree of ``name``; in "King, JR" it is initials."""
    if part == part.upper() and " " not in name:
        return False
    if is_title(part):
        return " " in name
    return is_suffix(part) or (is_degree(part) and not is_particle(name.split(" ", 1)[0]))


def _all_inverted(groups: list[list[str]]) -> bool:
    """Whether every name is inverted, since the last one, after the "and", is."""
    if len(groups) < 2 or len(groups[-1]) != 2 or any(len(group) % 2 for group in groups):  # noqa: PLR2004  # a count of words
        return False
    parts = [part for group in groups for part in group]
    return not any(is_suffix(p) or is_organisation(p) for p in parts) and not any(
        is_initial(word) for family in parts[::2] for word in family.split()
    )


def _pair(group: list[str], *, family_first: bool | None) -> list[str]:
    """The names of a run without conjunction: commas within names told from commas between."""
    names: list[str] = []
    index = 0
    while index < len(group):
        name = family = group[index]
        alone = len(group) - index == 2 and not names  # noqa: PLR2004  # one name, or two
        index += 1
        if index < len(group) and is_suffix(group[index]) and _follows_name(name, group[index]):
            name, index = f"{name}, {group[index]}", index + 1
        if index < len(group) and _takes_next(
            family, group[index], alone=alone, family_first=family_first
        ):
            name, index = f"{name}, {group[index]}", index + 1
        while index < len(group) and (
            _follows_name(name, group[index]) or is_legal_form(without_acronym(group[index]))
        ):
            name, index = f"{name}, {group[index]}", index + 1
        names.append(name)
    return names


def _split_commas(text: str, *, family_first: bool | None) -> list[str]:
    groups = [
        [part for part in (piece.strip() for piece in run.split(",")) if part]
        for run in _split_conjunctions(text)
    ]
    groups = [group for group in groups if group]
    if _families_only(groups):
        return [part for group in groups for part in group]
    if _all_inverted(groups):
        parts = [part for group in groups for part in group]
        return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]
    return [name for group in groups for name in _pair(group, family_first=family_first)]


def _is_of_body(word: str) -> bool:
    """Whether what looks like initials stands in names of bodies: "LLP", "St.", "U.S."."""
    return is_legal_form(word) or is_capital_particle(word) or is_state(word)


def _is_one_body(text: str) -> bool:
    """Whether the whole is the name of one body, "and" and commas included."""
    if not is_organisation(without_acronym(text)):
        return False
    if is_firm(text):
        return True
    if any(is_initial(word) and not _is_of_body(word) for word in text.split()):
        return False
    halves = [half for half in _split_conjunctions(text) if half]
    if len(halves) > 1 and all(_OF_START.match(half) and is_organisation(half) for half in halves):
        return False
    parts = text.split(", ")
    if is_organisation(parts[0]) and any(is_unit(part) for part in parts[1:]):
        return True
    if len(parts) > 1 and all(is_organisation(part) for part in parts):
        return False
    return len(parts) == 1 or is_organisation(parts[0])


def _is_inverted(piece: str) -> bool:
    """Whether a piece between semicolons is one name: family name, comma, given names."""
    family, comma, given = piece.strip(" ,").partition(",")
    return (
        bool(comma and family.strip() and given.strip())
        and "," not in given
        and not any(is_initial(word) for word in family.split())
        and _conjunction().search(piece) is None
        and not is_organisation(family.strip())
    )


def split_names(text: str, *, family_first: bool | None = None) -> list[str]:
    """The names in a list as printed, in order, an inverted name with its comma.

    ``text`` has single blanks and neither roles nor "et al." at its end.
    """
    if "(" in text:
        text = _ASIDE.sub("", text)
    if ";" not in text and not is_organisation(text):
        text = _FREE_MARK.sub(" ; ", text)
    if ";" in text:
        pieces = [_LEADING_CONJUNCTION.sub("", piece, count=1) for piece in text.split(";")]
    elif "/" in text:
        pieces = _SLASH.split(text)
    elif is_cjk(text):
        return [part for part in _CJK_SEPARATOR.split(text) if part and part.strip()]
    else:
        plain = clean_name(text)
        if _is_one_body(plain):
            return [plain]
        return _split_commas(plain, family_first=family_first)
    names: list[str] = []
    for piece in pieces:
        if ";" in text and _is_inverted(piece):
            names.append(piece)
        elif piece.strip():
            names += split_names(piece, family_first=family_first)
    return names
