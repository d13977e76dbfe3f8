"""Style files."""

from collections.abc import Callable
from dataclasses import replace

from citekit.csl.reading.faults import Faults, StyleFault
from citekit.csl.reading.info import read_style_info
from citekit.csl.reading.locale_node import read_locale_node
from citekit.csl.reading.macros import check_macros
from citekit.csl.reading.reader import Reader
from citekit.csl.reading.rendering import READERS
from citekit.csl.reading.sections import read_section
from citekit.csl.reading.structure import check_structure
from citekit.csl.reading.xml_elements import XmlElement, parse_xml
from citekit.csl.style_nodes import Layout, Section, Style, StyleInfo

FindParent = Callable[[str], bytes]
"""Gives the file of the style that has the id."""

_NO_SECTION = Section(Layout(()))


def read_style(data: bytes, name: str, *, find_parent: FindParent | None = None) -> Style:
    """The style in a file of the name ``name`` (CSL 1.0, 1.0.1 and 1.0.2).

    A dependent style is joined with its parent, which ``find_parent`` gives: it keeps its own
    info and default locale (CSL 1.0.2, "Dependent Styles").

    Raises:
        StyleError: it is faulty; the message lists every fault with its line and a remedy.
    """
    faults = Faults(name)
    root = _parse(data, faults)
    faults.raise_errors()
    if root is None:
        return Style("", _NO_SECTION)
    info = read_style_info(root.child("info"))
    if info.parent and root.child("citation") is None:
        return _dependent(root, info, faults, find_parent)
    style = _read(root, info, faults)
    faults.raise_errors()
    return style


def check_style(data: bytes, name: str) -> tuple[StyleFault, ...]:
    """All faults of the style in a file of the name ``name``, warnings too, by their lines."""
    faults = Faults(name)
    root = _parse(data, faults)
    if root is not None:
        info = read_style_info(root.child("info"))
        if not info.parent or root.child("citation") is not None:
            _read(root, info, faults)
    return faults.in_order()


def read_info(data: bytes, name: str) -> StyleInfo:
    """What the style in a file of the name ``name`` tells of itself.

    Raises:
        StyleError: the file is no style.
    """
    faults = Faults(name)
    root = _parse(data, faults)
    faults.raise_errors()
    return read_style_info(root.child("info") if root is not None else None)


def _parse(data: bytes, faults: Faults) -> XmlElement | None:
    """The ``cs:style`` at the root, or ``None`` where there is none and ``faults`` says so."""
    root = parse_xml(data, faults)
    if root is None:
        return None
    if root.name != "style":
        remedy = "Give the file of a style, which begins with <style>."
        faults.error(root.line, f"the root is '{root.name}', not cs:style", remedy)
        return None
    version = root.get("version").strip()
    faults.is_extended = "mlz" in version or version.startswith(("1.1", "1.2"))
    if not version:
        faults.warn(root.line, "the style has no version", 'Write version="1.0".')
    elif version.startswith("0"):
        faults.error(root.line, f"CSL {version} is too old", "Bring the style up to CSL 1.0.")
        return None
    elif not version.startswith("1.0"):
        faults.warn(root.line, f"version {version} is unknown, read as CSL 1.0.2")
    return root


def _dependent(
    root: XmlElement, info: StyleInfo, faults: Faults, find_parent: FindParent | None
) -> Style:
    if find_parent is None:
        remedy = "Give the style itself, or put its file beside."
        faults.error(root.line, f"the style is an alias of {info.parent}", remedy)
        faults.raise_errors()
        return Style("", _NO_SECTION, info=info)
    parent = read_style(find_parent(info.parent), info.parent)
    options = dict(parent.options)
    if own := root.get("default-locale").strip():
        options["default-locale"] = own
    own_format = info.citation_format or parent.info.citation_format
    return replace(parent, options=options, info=replace(info, citation_format=own_format))


def _read(root: XmlElement, info: StyleInfo, faults: Faults) -> Style:
    check_structure(root, faults)
    check_macros(root, faults)
    locales = tuple(read_locale_node(locale, faults) for locale in root.all_named("locale"))
    own_terms = frozenset(key[0] for locale in locales for key in locale.terms)
    reader = Reader(faults, READERS, own_terms)
    citation, bibliography = root.child("citation"), root.child("bibliography")
    if citation is None:
        remedy = "Add one, or in a dependent style <link rel='independent-parent' href='…'/>."
        faults.error(root.line, "the style has no cs:citation", remedy)
    return Style(
        root.get("class"),
        read_section(citation, reader) if citation else _NO_SECTION,
        read_section(bibliography, reader) if bibliography else None,
        {macro.get("name"): reader.children(macro) for macro in root.all_named("macro")},
        locales,
        root.attributes,
        info,
    )
