"""A hash of what a reference says, by which ties are broken whatever the order of input."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import TypeVar

from citekit.model.reference import Reference

_K = TypeVar("_K", bound=str)
_V = TypeVar("_V")


def content_hash(reference: Reference) -> str:
    """A hexadecimal hash of what the reference says, whatever its key and origins."""
    content = {
        "type": reference.type,
        "texts": _sorted_items(reference.texts),
        "numbers": _sorted_items(reference.numbers),
        "dates": [(key, repr(value)) for key, value in _sorted_items(reference.dates)],
        "names": [
            (key, [[type(name).__name__, *asdict(name).values()] for name in names])
            for key, names in _sorted_items(reference.names)
        ],
    }
    encoded = json.dumps(content, ensure_ascii=True).encode("ascii")
    return hashlib.sha256(encoded).hexdigest()


def _sorted_items(mapping: Mapping[_K, _V]) -> list[tuple[_K, _V]]:
    return sorted(mapping.items())
