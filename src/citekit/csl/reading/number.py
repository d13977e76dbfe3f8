"""``cs:number`` and ``cs:label``: numbers, and the words before or after them."""

from citekit.csl.nodes import Label, Number
from citekit.csl.reading.looks import read_look
from citekit.csl.reading.reader import Reader
from citekit.csl.reading.vocabulary import check_variable
from citekit.csl.reading.xml_elements import XmlElement


def read_number(element: XmlElement, reader: Reader) -> Number:
    """The node of a ``cs:number`` (CSL 1.0.2, "Number")."""
    variable = element.get("variable")
    if variable:
        check_variable(variable, element, reader.faults)
    return Number(variable, element.get("form"), read_look(element.attributes), element.line)


def read_label(element: XmlElement, reader: Reader) -> Label:
    """The node of a ``cs:label`` that stands by itself (CSL 1.0.2, "Label")."""
    variable = element.get("variable")
    if variable:
        check_variable(variable, element, reader.faults)
    else:
        message = "cs:label outside of cs:names has no variable"
        reader.faults.error(element.line, message, "Give it the attribute 'variable'.")
    return label_node(element, variable)


def label_node(element: XmlElement, variable: str = "") -> Label:
    """The node of a ``cs:label`` for ``variable``; in ``cs:names`` for those of the names."""
    return Label(
        variable,
        element.get("form"),
        element.get("plural"),
        read_look(element.attributes),
        element.line,
    )
