"""The keys that a misspelt one may have meant."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

_AT_MOST = 3
_LEAST_SCORE = 65


def near_keys(key: str, keys: Iterable[str]) -> tuple[str, ...]:
    """Up to three of ``keys`` that come near ``key``, the nearest first; case does not count."""
    found = process.extract(
        key,
        list(dict.fromkeys(keys)),
        scorer=fuzz.ratio,
        processor=str.casefold,
        limit=_AT_MOST,
        score_cutoff=_LEAST_SCORE,
    )
    return tuple(choice for choice, *_ in found)
