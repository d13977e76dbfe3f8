"""Locale files."""

from citekit.csl.locale_nodes import LocaleNode
from citekit.csl.reading.faults import Faults
from citekit.csl.reading.locale_node import read_locale_node
from citekit.csl.reading.structure import check_structure
from citekit.csl.reading.xml_elements import parse_xml


def read_locale(data: bytes, name: str) -> LocaleNode:
    """The locale that a file of the name ``name`` holds (CSL 1.0.2, "Locale Files").

    Raises:
        StyleError: it is faulty; the message lists every fault with its line.
    """
    faults = Faults(name)
    root = parse_xml(data, faults)
    if root is not None and root.name != "locale":
        faults.error(root.line, f"the root is '{root.name}', not cs:locale", "Give a locale file.")
    faults.raise_errors()
    if root is None:
        return LocaleNode()
    check_structure(root, faults)
    node = read_locale_node(root, faults)
    faults.raise_errors()
    return node
