"""Whether the citations of a style ask for a variable at all."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from citekit.csl.nodes import Condition, Names, TextMacro
from citekit.csl.style_nodes import Style


def citations_ask_for(style: Style, variable: str) -> bool:
    """Whether the citations of ``style``, the macros that they call included, use ``variable``.

    Conditions are no use: they print nothing.
    """
    seen: set[str] = set()
    waiting: list[object] = [style.citation.layout]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Condition):
            continue
        names = node.variables if isinstance(node, Names) else (getattr(node, "variable", ""),)
        if variable in names:
            return True
        if isinstance(node, TextMacro) and node.macro not in seen:
            seen.add(node.macro)
            waiting += style.macros.get(node.macro, ())
        waiting += _parts(node)
    return False


def _parts(node: object) -> Iterator[object]:
    if isinstance(node, tuple):
        yield from node
    elif isinstance(node, Mapping):
        yield from node.values()
    elif is_dataclass(node):
        for one in fields(node):
            yield getattr(node, one.name)
