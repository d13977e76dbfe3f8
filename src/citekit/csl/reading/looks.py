"""The attributes that most elements share, as a ``Look``."""

from collections.abc import Mapping
from functools import lru_cache

from citekit.csl.nodes import NO_FORMAT, PLAIN, Format, Look

_FORMATS = (
    "font-style",
    "font-variant",
    "font-weight",
    "text-decoration",
    "vertical-align",
    "display",
)
LOOK_ATTRIBUTES = frozenset((*_FORMATS, "quotes", "prefix", "suffix", "text-case", "strip-periods"))
"""The attributes that make up a look."""


def read_look(attributes: Mapping[str, str]) -> Look:
    """What ``attributes`` say about fonts, quotes, affixes, text case and periods."""
    if LOOK_ATTRIBUTES.isdisjoint(attributes):
        return PLAIN
    get = attributes.get
    return Look(
        _format(tuple(get(name, "") for name in _FORMATS), quotes=get("quotes") == "true"),
        get("prefix", ""),
        get("suffix", ""),
        get("text-case", ""),
        get("strip-periods") == "true",
    )


@lru_cache(maxsize=1024)
def _format(values: tuple[str, ...], *, quotes: bool) -> Format:
    """One ``Format`` for all that look alike."""
    if not quotes and not any(values):
        return NO_FORMAT
    style, variant, weight, decoration, align, display = values
    return Format(style, variant, weight, decoration, align, display, quotes)
