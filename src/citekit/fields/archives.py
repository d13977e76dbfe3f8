"""Names of archives."""

import re
from functools import cache, lru_cache

from citekit.text.data import load_table, load_words
from citekit.text.folding import fold

_PACKAGE, _TABLE = "citekit.fields", "archives"
_MOST_WORDS = 12
_LONGEST = 160
_ASIDE = re.compile(r"\s*\([^()]{0,60}\)")


@lru_cache(maxsize=4096)
def archive_name(text: str) -> str:
    """The full name of the archive that ``text`` names, as printed where it is not listed.

    Empty if it names none: it has to be a known name or its letters ("TNA"), or capitals around
    a word for an archive ("Archives municipales de Lyon").

    Example:
        >>> archive_name("TNA"), archive_name("Stadtarchiv Köln"), archive_name("Penguin")
        ('The National Archives', 'Stadtarchiv Köln', '')
    """
    if len(text) > _LONGEST:
        return ""
    plain = " ".join(_ASIDE.sub("", text).split()).strip(" ,.;:")
    known = _names().get(plain) or _names().get(_key(plain))
    if known:
        return known
    return plain if _is_named(plain, archival=True) else ""


def library_name(text: str) -> str:
    """The name of the library or institution that ``text`` names, empty if it names none."""
    plain = " ".join(_ASIDE.sub("", text[:_LONGEST]).split()).strip(" ,.;:")
    return plain if len(text) <= _LONGEST and _is_named(plain, archival=False) else ""


def starts_with_archive_letters(text: str) -> int:
    """The length of the letters of a known archive that ``text`` begins with, 0 without."""
    match = _letters().match(text)
    return match.end() if match else 0


def is_archive_place(text: str) -> bool:
    """Whether ``text`` is a town that archives are in."""
    return text in load_words(_PACKAGE, _TABLE, "places")


def _is_named(text: str, *, archival: bool) -> bool:
    words = text.split()
    if len(words) > _MOST_WORDS or not words or not words[0][:1].isupper():
        return False
    if any(char.isdigit() or char in '“”"«»„' for char in text):
        return False
    telling = load_words(_PACKAGE, _TABLE, "words" if archival else "libraries")
    endings = tuple(load_words(_PACKAGE, _TABLE, "endings")) if archival else ()
    folded = [word.casefold() for word in words]
    if not any(w in telling or (endings and w.endswith(endings)) for w in folded):
        return False
    joins = load_words(_PACKAGE, _TABLE, "joins")
    # "Archives départementales du Nord" has its adjective in small letters after the word.
    small = sum(1 for w in words if w[:1].islower() and w not in joins)
    return len(words) > 1 and small <= 1


def _key(text: str) -> str:
    """The folded name for a look-up; letters alone are looked up as they stand."""
    return fold(text) if " " in text or len(text) > len("BayHStA") else text


@cache
def _names() -> dict[str, str]:
    listed = load_table(_PACKAGE, _TABLE).get("names", ())
    names: dict[str, str] = {}
    for group in listed if isinstance(listed, list) else ():
        full = str(group[0])
        for name in map(str, group):
            names.setdefault(_key(name), full)
            names.setdefault(_key(name.removeprefix("The ")), full)
    return names


@cache
def _letters() -> re.Pattern[str]:
    names = [name for name in _names() if not name.islower()]
    body = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?:{body})(?=[\s:,])")
