"""What elements hold, apart from their file: their plain text, and the work they describe."""

import re
from collections.abc import Iterator
from html import unescape

from citekit.model.live_citation import ItemNotation, LiveCite
from citekit.model.spans import Span
from citekit.readers.xml.elements import XmlElement

_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z][A-Za-z0-9]{1,31};")
# Keys that only count: "b12", "ref-3", "cit0004".
_COUNTER = re.compile(
    r"(?i)(?:[a-z]|cr|refe?r?e?n?c?e?|bibl?|bibr|cite?|entry|item|source|work|note|fn|foot)?"
    r"[-_.]?\d+"
)
_KEY = re.compile(r"[^\s,;{}()\"'#%\\]{2,60}")

# The longest record of one work seen has some 10,000 characters.
_LONGEST_ITEM = 100_000
_NOTES = frozenset({"fn", "note"})


def plain_text(text: str, element: XmlElement | None) -> str:
    """The text within ``element`` but for its notes, white space as one blank, empty for none."""
    if element is None:
        return ""
    return " ".join(unescape("".join(_texts(text, element))).split())


def _texts(text: str, element: XmlElement) -> Iterator[str]:
    for part in element.parts:
        if isinstance(part, Span):
            yield text[part.start : part.end]
        elif part.name not in _NOTES:
            yield from _texts(text, part)


def own_item(text: str, element: XmlElement, notation: ItemNotation, key: str = "") -> LiveCite:
    """The work that ``element`` describes; ``key`` is kept unless it merely counts."""
    if element.end - element.start > _LONGEST_ITEM:
        return LiveCite("", notation)
    source = text[element.start : element.end]
    item = _NAMED.sub(lambda match: unescape(match.group()), source)
    keeps = _KEY.fullmatch(key) and not _COUNTER.fullmatch(key)
    return LiveCite(item, notation, key=key if keeps else "")
