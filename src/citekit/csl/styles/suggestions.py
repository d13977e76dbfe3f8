"""Styles that come near a name that no style has."""

from collections.abc import Iterable

from citekit.csl.styles.folders import style_files
from citekit.csl.styles.searching import search_styles
from citekit.text.folding import fold

_LIMIT = 5
_SCORE = 75  # a slip or two in a word or name of ordinary length
_LONGEST = 200


def near_styles(name: str) -> tuple[str, ...]:
    """The names of up to five styles that ``name`` may mean, the nearest first."""
    words = fold(name[:_LONGEST]).split()
    if not words:
        return ()
    names = list(style_files())
    similar = _similar("-".join(words), names, limit=_LIMIT)
    known = sorted({word for other in names for word in other.split("-")})
    mended = [(_similar(word, known, limit=1) or [word])[0] for word in words]
    by_words = [info.name for info in search_styles(" ".join(mended))[:_LIMIT]]
    return tuple(dict.fromkeys([*similar[:3], *by_words, *similar]))[:_LIMIT]


def _similar(wanted: str, known: Iterable[str], *, limit: int) -> list[str]:
    """Those of ``known`` that are written much like ``wanted``, the most alike first."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415  # heavy, and seldom needed

    found = process.extract(wanted, known, scorer=fuzz.ratio, limit=limit, score_cutoff=_SCORE)
    return [choice for choice, _score, _index in found]
