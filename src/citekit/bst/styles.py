"""The styles that are built in."""

from dataclasses import dataclass
from difflib import get_close_matches

from citekit.errors import StyleError


@dataclass(frozen=True, slots=True)
class BstStyle:
    """A style of BibTeX's family.

    ``is_sorted`` tells sorted by author, year and title from the order given; ``has_letters``
    tells labels like ``[Knu84]`` from numbers.
    """

    name: str
    title: str
    is_sorted: bool
    has_letters: bool


STYLES: tuple[BstStyle, ...] = (
    BstStyle("plain", "numbers, sorted by author", is_sorted=True, has_letters=False),
    BstStyle("unsrt", "numbers, in the order given", is_sorted=False, has_letters=False),
    BstStyle("alpha", "labels like [Knu84], sorted by author", is_sorted=True, has_letters=True),
    BstStyle(
        "unsrtalpha", "labels like [Knu84], in the order given", is_sorted=False, has_letters=True
    ),
)


def style_named(name: str) -> BstStyle:
    """The built-in style called ``name``.

    Raises:
        StyleError: there is none; the message names those that come near.
    """
    for style in STYLES:
        if style.name == name.lower():
            return style
    names = [style.name for style in STYLES]
    near = get_close_matches(name.lower(), names, n=3, cutoff=0.5) or names
    raise StyleError(
        f"unknown style {name!r}; did you mean {' or '.join(near)}, or the path of a .bst file?"
    )
