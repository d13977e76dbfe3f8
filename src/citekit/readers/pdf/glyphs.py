"""Printed characters, their fonts, and the pages that they stand on."""

from dataclasses import dataclass
from typing import NamedTuple

_BOLD_WEIGHT = 600
_ITALIC_FLAG, _BOLD_FLAG = 1 << 6, 1 << 18
_ITALIC_NAMES = ("italic", "oblique", "kursiv", "slanted")
_ITALIC_ENDS = ("-it", "-ital", "-bdit", "ital")
_BOLD_NAMES = ("bold", "black", "heavy", "halbfett")
_SMALL_CAPS_NAMES = ("smallcap", "small-cap", "caps", "-sc", "csc")
# TeX's own fonts: CMTI10, CMBX12, CMCSC10 and their relations.
_TEX_ITALIC, _TEX_BOLD = ("ti", "sl", "mi"), ("bx", "b1")

# TeX's bitmap fonts have no names and give bare codes of the Cork encoding. Source: the table of
# T1 in "LaTeX font encodings", encguide.pdf; those that other encodings use for letters are kept.
_CORK = {
    **dict(zip("\x10\x11\x12\x13\x14\x15\x16", "“”„«»–—", strict=True)),
    **dict(zip("\x19\x1a", "ıȷ", strict=True)),
    **dict(zip("\x1b\x1c\x1d\x1e\x1f", "\ufb00\ufb01\ufb02\ufb03\ufb04", strict=True)),
    **dict(zip(map(chr, range(0x80, 0xA0)), "ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲİđ§", strict=True)),
    "\x7f": "-",
    "ÿ": "ß",
}


class Face(NamedTuple):
    """A font as far as it sets text apart."""

    name: str
    is_bold: bool
    is_italic: bool
    is_small_caps: bool


class Glyph(NamedTuple):
    """A printed character; coordinates in points from the lower left corner, size in points.

    A blank without any width is none of the file's: PDFium supposes one there.
    """

    char: str
    left: float
    right: float
    baseline: float
    size: float
    face: Face


class Rule(NamedTuple):
    """A horizontal line drawn on a page."""

    left: float
    right: float
    height: float


@dataclass(frozen=True, slots=True)
class GlyphPage:
    """What is printed upright on a page, in the order of the file. ``number`` counts from 1."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    has_images: bool
    is_cut: bool


PLAIN = Face("", is_bold=False, is_italic=False, is_small_caps=False)
"""The face of a glyph whose font says nothing."""


def face_of(name: str, flags: int, weight: int) -> Face:
    """The face of a font by its PostScript name, its flags and its weight.

    Source of the flags: ISO 32000-1, table 123; negative flags and weights are unknown.
    """
    name = name.rpartition("+")[2]
    low = name.lower()
    tex = low[2:4] if low.startswith(("cm", "ec", "lm", "sf")) else ""
    return Face(
        name,
        is_bold=weight >= _BOLD_WEIGHT
        or (flags > 0 and bool(flags & _BOLD_FLAG))
        or any(word in low for word in _BOLD_NAMES)
        or tex in _TEX_BOLD,
        is_italic=(flags > 0 and bool(flags & _ITALIC_FLAG))
        or any(word in low for word in _ITALIC_NAMES)
        or low.endswith(_ITALIC_ENDS)
        or tex in _TEX_ITALIC,
        is_small_caps=any(word in low for word in _SMALL_CAPS_NAMES),
    )


def letter_of(code: int, face: Face) -> str:
    """The character that the font of ``face`` prints for what PDFium takes for ``code``."""
    char = chr(code)
    return char if face.name else _CORK.get(char, char)
