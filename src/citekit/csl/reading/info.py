"""``cs:info``: what a style tells of itself."""

from citekit.csl.reading.xml_elements import XmlElement
from citekit.csl.style_nodes import StyleInfo


def read_style_info(element: XmlElement | None) -> StyleInfo:
    """What ``cs:info`` says (CSL 1.0.2, "Info"); nothing where it is missing."""
    if element is None:
        return StyleInfo()
    categories = element.all_named("category")
    formats = [value for category in categories if (value := category.get("citation-format"))]
    issns = [text for child in element.children if child.name in _ISSNS and (text := _text(child))]
    return StyleInfo(
        id=_text(element.child("id")),
        title=_text(element.child("title")),
        title_short=_text(element.child("title-short")),
        parent=_parent(element),
        citation_format=formats[0] if formats else "",
        categories=tuple(value for category in categories if (value := category.get("field"))),
        issns=tuple(issns),
    )


_ISSNS = ("issn", "eissn", "issnl")


def _text(element: XmlElement | None) -> str:
    return " ".join(element.text.split()) if element is not None else ""


def _parent(element: XmlElement) -> str:
    for link in element.all_named("link"):
        if link.get("rel") == "independent-parent":
            return link.get("href").strip()
    return ""
