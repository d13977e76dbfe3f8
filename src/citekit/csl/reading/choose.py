"""``cs:choose`` and ``cs:group``: what holds other elements."""

from citekit.csl.nodes import Branch, Choose, Condition, Group
from citekit.csl.reading.looks import read_look
from citekit.csl.reading.reader import Reader
from citekit.csl.reading.vocabulary import check_known
from citekit.csl.reading.xml_elements import XmlElement

_CLOSED = ("disambiguate", "position")


def read_group(element: XmlElement, reader: Reader) -> Group:
    """The node of a ``cs:group`` (CSL 1.0.2, "Group")."""
    return Group(
        reader.children(element),
        element.get("delimiter"),
        read_look(element.attributes),
        element.line,
    )


def read_choose(element: XmlElement, reader: Reader) -> Choose:
    """The node of a ``cs:choose`` (CSL 1.0.2, "Choose"); its branches are in order."""
    names = [child.name for child in element.children]
    if names[:1] != ["if"] or "if" in names[1:] or "else" in names[:-1]:
        reader.faults.error(
            element.line,
            f"cs:choose holds {', '.join(f'cs:{name}' for name in names) or 'nothing'}",
            "Begin with one cs:if, then any cs:else-if, then at most one cs:else.",
        )
    return Choose(tuple(_read_branch(child, reader) for child in element.children), element.line)


def _read_branch(element: XmlElement, reader: Reader) -> Branch:
    conditions: list[Condition] = []
    for test, value in element.attributes.items():
        if test == "match":
            continue
        # In CSL 1.0 the locator is written "sub verbo".
        words = value.replace("sub verbo", "sub-verbo").split()
        if test not in _CLOSED:
            check_known(test, words, element, reader.faults)
        conditions += (Condition(test, word) for word in words)
    if element.name != "else" and not conditions:
        remedy = "Give it a condition, as in type='book', or make it a cs:else."
        reader.faults.error(element.line, f"cs:{element.name} has no condition", remedy)
    return Branch(tuple(conditions), element.get("match") or "all", reader.children(element))
