"""The names of entry types and fields that somebody gives a meaning to, and the one meant."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from citekit.text.data import load_mapping, load_table, load_words

_PACKAGE = "citekit.checker.rules.syntax"
_TABLE = "known_names"
_ANNOTATION = re.compile(r"[+-]an(?::[\w-]*)?$")
_NUMBERED = re.compile(r"[-_]?\d+$")
# Shorter names are near to each other by chance.
_SHORTEST, _LONG = 4, 8


@cache
def types_of(dialect: str) -> frozenset[str]:
    """The entry types of a dialect: ``"bibtex"``, or ``"biblatex"`` for those of its own."""
    return load_words(_PACKAGE, _TABLE, f"{dialect}-types")


@cache
def bibtex_alternative(type_name: str) -> str:
    """The type of BibTeX for a type of BibLaTeX's own; empty if there is none."""
    return load_mapping(_PACKAGE, _TABLE, "bibtex-alternatives").get(type_name, "")


@cache
def fields_of(*sets: str) -> frozenset[str]:
    """The fields of these sets: ``bibtex``, ``shared``, ``biblatex``, ``others``."""
    table = load_table(_PACKAGE, _TABLE)["fields"]
    if not isinstance(table, dict):
        return frozenset()
    return frozenset(word for one in sets for word in str(table[one]).split())


@lru_cache(maxsize=4096)
def is_known_type(name: str) -> bool:
    """Whether ``name``, in lower case, is a type that a style, a package or a program knows."""
    other = load_words(_PACKAGE, _TABLE, "other-types")
    return name in types_of("bibtex") or name in types_of("biblatex") or name in other


@lru_cache(maxsize=4096)
def is_known_field(name: str) -> bool:
    """Whether ``name``, in lower case, is a field that somebody reads or writes.

    BibLaTeX's annotations (``author+an:orcid``) and numbered fields (``url2``) are as known as
    what they belong to.
    """
    known = fields_of("bibtex", "shared", "biblatex", "others")
    if name in known or name.startswith(tuple(load_words(_PACKAGE, _TABLE, "prefixes"))):
        return True
    base = _NUMBERED.sub("", _ANNOTATION.sub("", name))
    return base in known


@lru_cache(maxsize=4096)
def type_meant(name: str) -> str:
    """The standard type that ``name``, which is not known, is a slip for; empty if none is near."""
    return _nearest(name, types_of("bibtex") | types_of("biblatex"))


@lru_cache(maxsize=4096)
def field_meant(name: str) -> str:
    """The standard field that ``name``, which is not known, is a slip for; empty if none is near.

    Fields of BibTeX come before those of BibLaTeX.
    """
    misnomer = load_mapping(_PACKAGE, _TABLE, "misnomers").get(name)
    if misnomer:
        return misnomer
    common = _nearest(name, fields_of("bibtex", "shared"))
    return common or _nearest(name, fields_of("biblatex"))


def _nearest(name: str, known: Iterable[str]) -> str:
    """The one of ``known`` that is at most a letter away, two where both are long."""
    found = [(distance, one) for one in known if (distance := _distance(name, one)) >= 0]
    return min(found)[1] if found else ""


def _distance(name: str, known: str) -> int:
    """How many letters part the two; -1 if too many."""
    if min(len(name), len(known)) < _SHORTEST:
        is_swapped = len(name) == len(known) > 1 and OSA.distance(name, known) == 1
        return 1 if is_swapped and sorted(name) == sorted(known) else -1
    most = 2 if min(len(name), len(known)) >= _LONG else 1
    distance = OSA.distance(name, known, score_cutoff=most)
    return distance if distance <= most else -1
