"""Which formatting is in force, and what a format changes of it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from citekit.csl.nodes import Format
from citekit.csl.typography.runs import Change


class Fonts(NamedTuple):
    """The values in force, empty for the plain one."""

    vertical_align: str = ""
    text_decoration: str = ""
    font_weight: str = ""
    font_variant: str = ""
    font_style: str = ""


PLAIN_FONTS = Fonts()

_PROPERTIES = ("vertical-align", "text-decoration", "font-weight", "font-variant", "font-style")
"""From outside in, as citeproc-js nests them."""
_PLAIN_VALUES = frozenset({"normal", "none", "baseline"})
_FLIPPED = frozenset({"font-weight", "font-variant", "font-style"})
"""What turns to normal where inline markup repeats it; a style's repetition says nothing."""


class Changed(NamedTuple):
    """What a format changes, and the fonts then in force."""

    changes: tuple[Change, ...]
    fonts: Fonts


@lru_cache(maxsize=4096)
def change_fonts(format_: Format, fonts: Fonts, *, is_inline: bool) -> Changed:
    """What ``format_`` changes where ``fonts`` are in force.

    Inline markup flips: italics in italics are upright (CSL 1.0.2, "Flip-flop formatting"). The
    attributes of a style are absolute: what is in force already changes nothing, and a plain
    value shows only where it takes something back.
    """
    wanted = (
        format_.vertical_align,
        format_.text_decoration,
        format_.font_weight,
        format_.font_variant,
        format_.font_style,
    )
    changes: list[Change] = []
    values: list[str] = []
    for name, value, current in zip(_PROPERTIES, wanted, fonts, strict=True):
        new = value
        if new == current and name in _FLIPPED:
            new = "normal" if is_inline else ""
        if not new or (new in _PLAIN_VALUES and not current):
            values.append(current)
            continue
        changes.append((name, new))
        values.append("" if new in _PLAIN_VALUES else new)
    return Changed(tuple(changes), Fonts(*values))
