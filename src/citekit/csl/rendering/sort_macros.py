"""Macros that sort keys name.

Source: CSL 1.0.2, "Sorting Macros": dates in them sort as the variable would. So words that a
style puts in the place of a date ("n.d.") are no value: works without a date come last.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from citekit.csl.nodes import Choose, Date, Element, Group, Names, TextTerm, TextValue


def sortable_children(children: Sequence[Element]) -> tuple[Element, ...]:
    """``children`` of a macro as they sort: without the style's own words where a date is."""
    if not any(isinstance(element, Date) for element in _descend(children)):
        return tuple(children)
    return _without_words(children)


def _descend(children: Iterable[Element]) -> Iterable[Element]:
    pending = list(children)
    while pending:
        element = pending.pop()
        yield element
        match element:
            case Group():
                pending += element.children
            case Choose():
                pending += [child for branch in element.branches for child in branch.children]
            case Names():
                pending += element.substitute
            case _:
                pass


def _without_words(children: Iterable[Element]) -> tuple[Element, ...]:
    return tuple(
        _wordless(child) for child in children if not isinstance(child, TextTerm | TextValue)
    )


def _wordless(element: Element) -> Element:
    match element:
        case Group():
            return replace(element, children=_without_words(element.children))
        case Choose():
            branches = tuple(
                replace(branch, children=_without_words(branch.children))
                for branch in element.branches
            )
            return replace(element, branches=branches)
        case _:
            return element
