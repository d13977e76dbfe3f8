"""Where the attributes that elements share become nodes."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from citekit.csl.nodes import NO_FORMAT, PLAIN, Look
from citekit.csl.tree import Node, Output, Tag
from citekit.csl.typography.text_case import apply_text_case

Dresser = Callable[[Output, str], Output]


def strip_periods(output: Output) -> Output:
    """``output`` without full stops; affixes and delimiters keep theirs (CSL, "Strip-periods")."""
    if isinstance(output, str):
        return output.replace(".", "")
    if output.tag is Tag.LITERAL:
        return output
    children = [stripped for child in output.children if (stripped := strip_periods(child))]
    return output.with_children(children) if children else ""


def _leave(output: Output, language: str) -> Output:
    del language
    return output


@lru_cache(maxsize=4096)
def dresser(look: Look) -> Dresser:
    """The function that dresses an output of a language in ``look``; get it once, when compiling.

    Inside out: text-case, strip-periods, format, affixes (CSL 1.0.2, "Rendering elements").
    """
    if look == PLAIN:
        return _leave
    text_case = look.text_case
    strips = look.strip_periods
    format_ = None if look.format == NO_FORMAT else look.format
    prefix, suffix = look.prefix, look.suffix
    is_bare = format_ is None and not prefix and not suffix

    def dress_it(output: Output, language: str) -> Output:
        if output and text_case:
            output = apply_text_case(output, text_case, language)
        if output and strips:
            output = strip_periods(output)
        if is_bare or not output:
            return output
        return Node((output,), format=format_, prefix=prefix, suffix=suffix)

    return dress_it


def dress(output: Output, look: Look, language: str) -> Output:
    """``output`` in ``look``; ``""`` stays ``""``, and a plain look changes nothing."""
    return dresser(look)(output, language)
