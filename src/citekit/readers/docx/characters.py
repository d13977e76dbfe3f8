"""The characters that the elements of a run print."""

from lxml import etree

from citekit.readers.docx.attributes import attribute

_PRINTED = {"tab": " ", "ptab": " ", "noBreakHyphen": "-"}
# Characters of symbol fonts stand in the private use area, from F000 on.
_FONT_AREA = range(0xF000, 0xF100)


def characters_of(name: str, element: etree._Element) -> str:
    """What an element of that name prints, empty for one that prints nothing."""
    if name == "t":
        return element.text or ""
    if name == "sym":
        return _symbol(attribute(element, "char"))
    return _PRINTED.get(name, "")


def _symbol(code: str) -> str:
    try:
        number = int(code, 16)
        character = chr(number - _FONT_AREA.start if number in _FONT_AREA else number)
    except (ValueError, OverflowError):
        return ""
    return character if character.isprintable() else ""
