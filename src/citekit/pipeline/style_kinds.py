"""Telling the styles of BibTeX from those of CSL by their names."""

from citekit.bst.styles import STYLES

BST_NAMES = tuple(style.name for style in STYLES)
"""BibTeX's styles that are built in."""


def is_bst(style: str) -> bool:
    """Whether ``style`` names one of BibTeX's styles or a ``.bst`` file."""
    return style.lower() in BST_NAMES or style.lower().endswith(".bst")
