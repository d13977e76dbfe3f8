"""What a document says of itself: its properties, and paragraphs in the styles for it.

Source: ECMA-376, part 2, section 11 (core properties); OpenDocument 1.3, part 3, section 4.3.
"""

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from citekit.model.spans import NOWHERE, Span, TracedText
from citekit.readers.archive.xml_members import local_name, text_of
from citekit.readers.declared import Declared, Declares

# Titles that programs give to new documents.
_NO_TITLES = ("microsoft word - ", "document", "untitled", "word document", "powerpoint")
# A paragraph is in the style "Date" in letters too, but then there is no title.
_STYLES = {"title": Declares.TITLE, "author": Declares.AUTHOR, "date": Declares.ISSUED}
# The person who began a document is its author, whoever saved it last.
_PROPERTIES = {
    "title": (Declares.TITLE, 20),
    "language": (Declares.LANGUAGE, 20),
    "initial-creator": (Declares.AUTHOR, 20),
    "creator": (Declares.AUTHOR, 21),
    "created": (Declares.ISSUED, 20),
    "creation-date": (Declares.ISSUED, 20),
    "date": (Declares.ISSUED, 21),
}
# What is printed is believed more than what a template may have left in the properties.
_PRINTED = 10


def declared_in(
    properties: etree._Element | None, styles: Mapping[str, Sequence[TracedText]]
) -> Iterator[Declared]:
    """What ``properties`` declare and what stands in the styles of title, author and date."""
    yield Declared(Declares.TYPE, "document", NOWHERE, _PRINTED)
    for name, kind in _STYLES.items():
        for printed in styles.get(name, ()):
            yield Declared(kind, printed.text, Span(printed.start, printed.end), _PRINTED)
    for part in properties if properties is not None else ():
        name, text = local_name(part), text_of(part)
        if name not in _PROPERTIES or not text:
            continue
        kind, rank = _PROPERTIES[name]
        if kind is Declares.AUTHOR:
            for author in text.split(";"):
                yield Declared(kind, author.strip(), NOWHERE, rank)
        elif kind is Declares.ISSUED:
            yield Declared(kind, text[:10], NOWHERE, rank)
        elif kind is Declares.LANGUAGE and len(text) == 1:
            continue  # "C", which is the name of no language
        elif kind is not Declares.TITLE or not text.lower().startswith(_NO_TITLES):
            yield Declared(kind, text, NOWHERE, rank)
