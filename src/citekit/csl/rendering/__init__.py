"""The elements of a style as functions that render them, one kind of element a file."""

from citekit.csl.rendering.children import compile_children
from citekit.csl.rendering.compiling import compile_element, environment

__all__ = ["compile_children", "compile_element", "environment"]
