"""Attributes of WordprocessingML, in whichever of its two namespaces they stand."""

from collections.abc import Mapping

from lxml import etree

from citekit.readers.archive.xml_members import local_name

_OFF = frozenset({"0", "false", "off", "none"})


def attribute(element: etree._Element | None, name: str) -> str:
    """The value of the attribute with that local name, empty where there is none."""
    if element is None:
        return ""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first child with that local name, and so on down ``path``."""
    for name in path:
        if element is None:
            return None
        element = next((part for part in element if local_name(part) == name), None)
    return element


def value(element: etree._Element | None, *path: str) -> str:
    """The ``val`` of the element down ``path``, empty where there is none."""
    return attribute(child(element, *path), "val")


def properties(element: etree._Element | None) -> Mapping[str, etree._Element]:
    """The children of a properties element by their names."""
    return {local_name(part): part for part in element} if element is not None else {}


def is_on(element: etree._Element | None) -> bool:
    """Whether a property that is on or off is there and on."""
    return element is not None and attribute(element, "val").lower() not in _OFF
