"""A hash of what a reference says, by which ties are broken whatever the order of input."""

import hashlib
import json
from collections.abc import Mapping
from typing import TypeVar

from citekit.model.reference import Literal, Name, Reference

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
            (key, [_parts(name) for name in names]) for key, names in _sorted_items(reference.names)
        ],
    }
    encoded = json.dumps(content, ensure_ascii=True).encode("ascii")
    return hashlib.sha256(encoded).hexdigest()


def _parts(name: Name) -> list[str]:
    if isinstance(name, Literal):
        return ["Literal", name.text]
    particles = (name.dropping_particle, name.non_dropping_particle)
    return ["PersonalName", name.family, name.given, *particles, name.suffix]


def _sorted_items(mapping: Mapping[_K, _V]) -> list[tuple[_K, _V]]:
    return sorted(mapping.items())
