"""Which variables a style prints, followed through its macros."""

from __future__ import annotations

from collections.abc import Iterable

from citekit.csl.nodes import Choose, Element, Group, Names, TextMacro, TextVariable
from citekit.csl.style_nodes import Style

# A label ends in the letter by itself.
_WITH_YEAR_SUFFIX = frozenset({"citation-label", "year-suffix"})


def prints_year_suffix(style: Style) -> bool:
    """Whether ``style`` places ``year-suffix`` itself, in its citations or its bibliography.

    Source: CSL 1.0.2, "Year-suffix": printed in one of the two, it is not added to dates in
    either.
    """
    sections = (style.citation, style.bibliography)
    pending = [child for one in sections if one for child in one.layout.children]
    seen: set[str] = set()
    while pending:
        element = pending.pop()
        if isinstance(element, TextVariable) and element.variable in _WITH_YEAR_SUFFIX:
            return True
        if isinstance(element, TextMacro):
            if element.macro in seen:
                continue
            seen.add(element.macro)
        pending += _inner(element, style)
    return False


def _inner(element: Element, style: Style) -> Iterable[Element]:
    match element:
        case Group():
            return element.children
        case Names():
            return element.substitute
        case Choose():
            return [child for branch in element.branches for child in branch.children]
        case TextMacro():
            return style.macros.get(element.macro, ())
        case _:
            return ()
