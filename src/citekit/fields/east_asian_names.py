"""What tells family from given names of China, Japan, Korea and Vietnam."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from citekit.text.data import load_table
from citekit.text.folding import fold
from citekit.text.script import Script, script_of

_LANGUAGES = ("korean", "chinese", "vietnamese", "japanese")
_CHINESE = re.compile(
    r"(?:[bpmfdtnlgkhjqxrzcswy]|zh|ch|sh|ts|hs|tz|kw|ng)?"
    r"(?:i?a(?:i|o|ng?|u)?|i?e(?:i|ng?|h|u|w)?|i(?:ng?|u|h)?|i?o(?:u|ng?|k|i)?|u(?:a(?:i|ng?)?|e(?:n|i)?|i|o|n|ng|k)?|ng)"
)
_KOREAN = re.compile(
    r"(?:[bcdghjklmnprstwy]|ch|kk|tt|pp|ss|jj|kw|gw|sh|hw|hy|ky|ry|my|by|py)?"
    r"(?:a|ae|e|eo|eu|i|o|oe|oh|u|ui|wa|wae|we|wi|wo|woo|ya|yae|ye|yeo|yo|yu|oo|ee|ai|ay|uh|ou|ah|ue|yoo|yu|eui|yi)"
    r"(?:k|n|l|m|p|ng|t|r|h|b|g|ck|hn)?"
)
_JAPANESE = re.compile(
    r"(?:(?:[kgsztdnhbpmyrwfj]|[kgnhbmpr]y|sh|ch|ts|j|ky|gy)?[aiueo]h?|n(?![aiueo])|(?:kk|ss|tt|pp|ssh|tch|cch|tts)[aiueo])+"
)
_SYLLABLES = 3
_GIVEN_NAME_PARTS = 2


@cache
def _families(language: str) -> Mapping[str, int]:
    classes = load_table("citekit.fields", "east_asian_names")[language]
    found: dict[str, int] = {}
    if isinstance(classes, dict):
        for rank, names in classes.items():
            for name in names.split():
                found.setdefault(name, int(rank))
    return found


@cache
def _words(section: str, key: str) -> tuple[str, ...]:
    table = load_table("citekit.fields", "east_asian_names")[section]
    return tuple(table[key].split()) if isinstance(table, dict) else ()


@cache
def _japanese_given() -> frozenset[str]:
    return frozenset(_words("japanese_given", "names"))


def language_class(word: str, language: str) -> int:
    """1 for a frequent family name of ``language`` ("korean"), 2 for a rarer one, 0 for none."""
    return _families(language).get(fold(word), 0)


@lru_cache(maxsize=8192)
def family_class(word: str) -> int:
    """1 for a frequent romanised East Asian family name, 2 for a rarer one, 0 for none."""
    folded = fold(word)
    return min((_families(name).get(folded, 9) for name in _LANGUAGES), default=9) % 9


def is_vietnamese_family(word: str) -> bool:
    """Whether ``word`` is a frequent Vietnamese family name."""
    return _families("vietnamese").get(fold(word), 0) == 1


def is_compound_family(word: str) -> bool:
    """Whether ``word`` is a romanised family name of two syllables ("Ouyang", "Namgung")."""
    return fold(word) in _words("compound", "names")


def is_japanese_family(word: str) -> bool:
    """Whether ``word`` is a known romanised Japanese family name."""
    return fold(word) in _families("japanese")


def is_western_given(word: str) -> bool:
    """Whether ``word`` is an East Asian family name and a Western given name ("Lee", "Kim")."""
    return fold(word) in _words("western_given", "names")


def looks_japanese(word: str) -> bool:
    """Whether ``word`` could be Japanese by its syllables."""
    return len(word) > 2 and _JAPANESE.fullmatch(fold(word)) is not None  # noqa: PLR2004  # "Yu" says nothing


def japanese_given_likelihood(word: str) -> int:
    """2 for a known Japanese given name, 1 for a word that ends like one, else 0."""
    folded = fold(word)
    if folded in _japanese_given():
        return 2
    endings = _words("japanese_given", "endings")
    return int(len(folded) > _SYLLABLES and folded.endswith(endings) and looks_japanese(word))


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether ``word`` could be one syllable of a Chinese or Korean name."""
    folded = fold(word)
    return len(folded) <= 6 and bool(_CHINESE.fullmatch(folded) or _KOREAN.fullmatch(folded))  # noqa: PLR2004  # a count of letters


@lru_cache(maxsize=8192)
def is_two_syllables(word: str) -> bool:
    """Whether ``word`` could be a Chinese given name of two syllables in one ("Zedong")."""
    folded = fold(word)
    return any(
        _CHINESE.fullmatch(folded[:cut]) and _CHINESE.fullmatch(folded[cut:])
        for cut in range(2, min(len(folded) - 1, 7))
    )


def is_hyphenated_given(word: str) -> bool:
    """Whether ``word`` is a given name of two syllables with a hyphen ("Yeong-sun", "Tse-Tung").

    With a capital in the second half the syllables alone must tell, so "Jean-Marie" is none.
    """
    parts = word.replace("‐", "-").replace("‑", "-").split("-")
    if len(parts) != _GIVEN_NAME_PARTS or not all(parts) or not parts[0][:1].isupper():
        return False
    if parts[1][:1].islower():
        return parts[1].isalpha() and any(is_syllable(part) for part in parts)
    return all(is_syllable(part) and len(part) > 1 for part in parts)


def split_cjk(name: str) -> tuple[str, str] | None:
    """Family and given name of a name in Han, kana or Hangul, ``None`` where nothing tells.

    A blank or a middle dot parts them if there is one; else the family name is one character,
    but two for compound family names, for Japanese ones that are known, and in a Japanese
    name of four characters or more. A known Japanese family name alone is not parted.
    """
    if "・" in name or "·" in name:
        parts = [part for part in re.split("[・·]", name) if part.strip()]
        return (parts[-1].strip(), " ".join(parts[:-1])) if len(parts) > 1 else None
    words = name.split()
    if len(words) > 1:
        return words[0], " ".join(words[1:])
    if not 2 <= len(name) <= 7 or script_of(name) is Script.KATAKANA:  # noqa: PLR2004  # characters
        return None
    if name.startswith(_words("han", "compound")) and len(name) > 2:  # noqa: PLR2004  # a count of letters
        return name[:2], name[2:]
    if script_of(name) is Script.HANGUL:
        return (name[:1], name[1:]) if len(name) <= 4 else None  # noqa: PLR2004  # a count of letters
    return _split_han(name)


def _split_han(name: str) -> tuple[str, str] | None:
    japanese = [family for family in _words("han", "japanese") if name.startswith(family)]
    if japanese:
        longest = max(len(family) for family in japanese)
        if len(name) == longest > 1:
            return None
        if len(name) > longest > 1:
            return name[:longest], name[longest:]
    if len(name) > 3 and name.startswith(_words("han", "short")):  # noqa: PLR2004  # "林芙美子"
        return name[:1], name[1:]
    cut = 2 if len(name) > 3 else 1  # noqa: PLR2004  # four characters are Japanese
    return name[:cut], name[cut:]
