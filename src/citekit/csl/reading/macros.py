"""Whether macros are there, do not call themselves, and stay within bounds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from citekit.csl.reading.faults import Faults, near_words
from citekit.csl.reading.xml_elements import XmlElement

_MAX_DEPTH = 120  # the deepest official style has 72
_MAX_SIZE = 100_000  # the largest has 3,047
_MOST_COMPARED = 20_000
_MOST_SHOWN = 10


@dataclass(frozen=True, slots=True)
class _Extent:
    """How deep an element is and how many are rendered at most, with all that macros bring in."""

    depth: int
    size: int


def check_macros(style: XmlElement, faults: Faults) -> None:
    """Add the faults of macros: missing, doubled, endless, or too large when written out."""
    macros: dict[str, XmlElement] = {}
    for macro in style.all_named("macro"):
        name = macro.get("name")
        if name in macros:
            message = f"the macro '{name}' is there already, in line {macros[name].line}"
            faults.error(macro.line, message, "Rename one of them.")
        macros[name] = macro
    sections = [child for child in style.children if child.name in ("citation", "bibliography")]
    for root in (*macros.values(), *sections):
        _check_calls(root, macros, faults)
    ordered = _in_order(macros, faults)
    extents: dict[str, _Extent] = {}
    for name in ordered:
        extents[name] = _extent(macros[name], extents)
    for section in sections:
        _check_extent(section, _extent(section, extents), faults)


def _check_calls(root: XmlElement, macros: Mapping[str, XmlElement], faults: Faults) -> None:
    for element in _walk(root):
        name = element.attributes.get("macro")
        if name and name not in macros:
            # To compare names takes time in proportion to their number, for each that is missing.
            is_few = 0 < len(macros) * (len(faults.found) + 1) < _MOST_COMPARED
            remedy = near_words(name, macros) if is_few else f"Add <macro name='{name}'>."
            faults.error(element.line, f"there is no macro '{name}'", remedy)


def _walk(element: XmlElement) -> Iterator[XmlElement]:
    stack = [element]
    while stack:
        element = stack.pop()
        yield element
        stack += element.children


def _check_extent(section: XmlElement, extent: _Extent, faults: Faults) -> None:
    if extent.depth > _MAX_DEPTH or extent.size > _MAX_SIZE:
        faults.error(
            section.line,
            f"with its macros written out, cs:{section.name} is {extent.depth} elements deep "
            f"and renders up to {extent.size}",
            f"Let macros call one another less; {_MAX_DEPTH} and {_MAX_SIZE} are allowed.",
        )


def _extent(element: XmlElement, extents: Mapping[str, _Extent]) -> _Extent:
    called = extents.get(element.attributes.get("macro", ""))
    depth, size = (called.depth, called.size) if called else (0, 0)
    inner = [_extent(child, extents) for child in element.children]
    if inner:
        depth = max(depth, *(extent.depth for extent in inner))
        sizes = [extent.size for extent in inner]
        # Of a choice one branch is rendered.
        size += max(sizes) if element.name == "choose" else sum(sizes)
    return _Extent(depth + 1, size + 1)


def _in_order(macros: Mapping[str, XmlElement], faults: Faults) -> list[str]:
    """The macros, each after all that it calls; those that go round in a circle are faults."""
    calls = {name: _called(macro) for name, macro in macros.items()}
    ordered: dict[str, None] = {}
    for start in macros:
        # The way from ``start`` to here, with the calls of each that are still to be followed.
        way = {start: list(calls[start])} if start not in ordered else {}
        while way:
            here, pending = next(reversed(way.items()))
            if not pending:
                del way[here]
                ordered[here] = None
                continue
            name = pending.pop()
            if name in way:
                names = list(way)
                circle = _shown([*names[names.index(name) :], name])
                message = f"macros call themselves without end: {circle}"
                faults.error(macros[name].line, message, "Take one of these calls out.")
            elif name in macros and name not in ordered:
                way[name] = list(calls[name])
    return list(ordered)


def _shown(names: Sequence[str]) -> str:
    """The names of a circle, of a long one its beginning and its end."""
    shown = [*names[:8], "…", names[-1]] if len(names) > _MOST_SHOWN else names
    return " -> ".join(shown)


def _called(macro: XmlElement) -> list[str]:
    return [name for element in _walk(macro) if (name := element.attributes.get("macro"))]
