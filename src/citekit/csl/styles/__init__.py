"""Styles by name, path or id, and the search for them."""

from citekit.csl.styles.finding import find_style
from citekit.csl.styles.kinds import FIELDS, KINDS
from citekit.csl.styles.searching import search_styles
from citekit.csl.styles.suggestions import near_styles

__all__ = ["FIELDS", "KINDS", "find_style", "near_styles", "search_styles"]
