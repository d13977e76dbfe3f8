"""``cs:date``: in styles, and as the formats of a locale."""

from citekit.csl.nodes import Date, DatePart
from citekit.csl.reading.looks import read_look
from citekit.csl.reading.reader import Reader
from citekit.csl.reading.vocabulary import check_variable
from citekit.csl.reading.xml_elements import XmlElement


def read_date(element: XmlElement, reader: Reader) -> Date:
    """The node of a ``cs:date`` of a style (CSL 1.0.2, "Date")."""
    variable = element.get("variable")
    if variable:
        check_variable(variable, element, reader.faults)
    else:
        reader.faults.error(element.line, "cs:date has no variable", "Write variable='issued'.")
    node = date_node(element)
    if not node.form and not node.parts:
        message = "cs:date has neither a form nor a cs:date-part"
        reader.faults.error(element.line, message, "Write form='text', or cs:date-part elements.")
    return node


def date_node(element: XmlElement) -> Date:
    """The node of any ``cs:date``; in a locale it has no variable."""
    get = element.get
    parts = tuple(
        DatePart(
            child.get("name"),
            child.get("form"),
            child.get("range-delimiter"),
            read_look(child.attributes),
            child.line,
        )
        for child in element.children
    )
    return Date(
        get("variable"),
        get("form"),
        get("date-parts"),
        get("delimiter"),
        parts,
        read_look(element.attributes),
        element.line,
    )
