"""``cs:citation`` and ``cs:bibliography``: sorting, layout, options."""

from citekit.csl.reading.looks import read_look
from citekit.csl.reading.reader import Reader
from citekit.csl.reading.vocabulary import check_known
from citekit.csl.reading.xml_elements import XmlElement
from citekit.csl.style_nodes import Layout, Section, SortKey

_SORT_OPTIONS = ("names-min", "names-use-first", "names-use-last")


def read_section(element: XmlElement, reader: Reader) -> Section:
    """The node of a ``cs:citation`` or ``cs:bibliography``."""
    layout, sort = element.child("layout"), element.child("sort")
    if layout is None:
        message = f"cs:{element.name} has no cs:layout"
        reader.faults.error(element.line, message, "Add one that holds what is to be printed.")
        layout = XmlElement("layout", {}, [])
    keys = tuple(_read_key(key, reader) for key in sort.children) if sort else ()
    return Section(
        Layout(reader.children(layout), layout.get("delimiter"), read_look(layout.attributes)),
        keys,
        element.attributes,
    )


def _read_key(element: XmlElement, reader: Reader) -> SortKey:
    variable, macro = element.get("variable"), element.get("macro")
    if bool(variable) == bool(macro):
        message = "cs:key needs either a variable or a macro"
        reader.faults.error(element.line, message, "Give it one of the two.")
    if variable:
        check_known("variable", [variable], element, reader.faults)
    return SortKey(
        variable,
        macro,
        element.get("sort") == "descending",
        {name: element.attributes[name] for name in _SORT_OPTIONS if name in element.attributes},
        element.line,
    )
