"""``cs:names`` with all that stands in it."""

from citekit.csl.nodes import EtAl, NameElement, NamePart, Names
from citekit.csl.reading.looks import LOOK_ATTRIBUTES, read_look
from citekit.csl.reading.number import label_node
from citekit.csl.reading.reader import Reader
from citekit.csl.reading.vocabulary import check_variable
from citekit.csl.reading.xml_elements import XmlElement


def read_names(element: XmlElement, reader: Reader) -> Names:
    """The node of a ``cs:names`` (CSL 1.0.2, "Names")."""
    variables = tuple(element.get("variable").split())
    for variable in variables:
        check_variable(variable, element, reader.faults)
    order = [child.name for child in element.children]
    name, label = element.child("name"), element.child("label")
    et_al, substitute = element.child("et-al"), element.child("substitute")
    return Names(
        variables,
        name=_read_name(name) if name else None,
        et_al=_read_et_al(et_al) if et_al else None,
        label=label_node(label) if label else None,
        label_first=bool(name and label) and order.index("label") < order.index("name"),
        substitute=reader.children(substitute) if substitute else (),
        delimiter=element.attributes.get("delimiter"),
        look=read_look(element.attributes),
        line=element.line,
    )


def _read_name(element: XmlElement) -> NameElement:
    options = {
        name: value for name, value in element.attributes.items() if name not in LOOK_ATTRIBUTES
    }
    parts = tuple(
        NamePart(child.get("name"), read_look(child.attributes)) for child in element.children
    )
    return NameElement(options, parts, read_look(element.attributes))


def _read_et_al(element: XmlElement) -> EtAl:
    return EtAl(element.get("term") or "et-al", read_look(element.attributes))
