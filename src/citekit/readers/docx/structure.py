"""The elements of WordprocessingML that only wrap others, and those that offer a choice."""

from lxml import etree

from citekit.readers.archive.xml_members import local_name
from citekit.readers.docx.attributes import attribute, child

GONE = frozenset({"del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "trPr", "tcPr"})
"""What is not printed: deleted text, and properties."""

PICTURES = frozenset({"drawing", "pict", "object"})
"""What may hold text boxes."""

_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})


def alternative(element: etree._Element) -> etree._Element | None:
    """The first choice of content that stands in several forms, else the fallback."""
    choice = child(element, "Choice")
    return choice if choice is not None else child(element, "Fallback")


def text_boxes(element: etree._Element | None) -> list[etree._Element]:
    """The contents of the text boxes in a drawing; those inside others are left to them."""
    found: list[etree._Element] = []
    for part in element if element is not None else ():
        name = local_name(part)
        if name == "txbxContent":
            found.append(part)
        else:
            found += text_boxes(alternative(part) if name == "AlternateContent" else part)
    return found


def within(element: etree._Element, name: str) -> list[etree._Element]:
    """The elements of that name in ``element``, also inside content controls and the like."""
    found: list[etree._Element] = []
    for part in element:
        if local_name(part) == name:
            found.append(part)
        elif local_name(part) in _WRAPPERS:
            found += within(part, name)
    return found


def is_balanced(root: etree._Element) -> bool:
    """Whether every field that begins in ``root`` also ends."""
    kinds = [attribute(part, "fldCharType") for part in root.iter("{*}fldChar")]
    return kinds.count("begin") == kinds.count("end")
