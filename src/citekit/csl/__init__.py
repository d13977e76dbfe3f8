"""A processor for the Citation Style Language 1.0.2: styles, citations, bibliographies.

Example:
    >>> from citekit.csl import Citation, Cite, Processor, WRITERS, find_style, read_item
    >>> fox = read_item({"id": "fox", "type": "book", "title": "Foxes",
    ...                  "author": [{"family": "Fox", "given": "Ann"}],
    ...                  "issued": {"date-parts": [[1999]]}})
    >>> processor = Processor(find_style("apa"), [fox])
    >>> processor.cite([Citation((Cite("fox", locator="7"),))], WRITERS["text"])[0].text
    '(Fox, 1999, p. 7)'
    >>> processor.bibliography(WRITERS["markdown"]).entries[0].text
    'Fox, A. (1999). *Foxes*.'
"""

from citekit.csl.citation import Citation, Cite, Position
from citekit.csl.item import Item, Name
from citekit.csl.items import item_from_reference, read_item
from citekit.csl.locales import locale_for
from citekit.csl.markup import WRITERS
from citekit.csl.processor import Bibliography, Entry, Processor, RenderedCitation
from citekit.csl.reading import read_style
from citekit.csl.style_nodes import Style
from citekit.csl.styles import find_style, search_styles

__all__ = [
    "WRITERS",
    "Bibliography",
    "Citation",
    "Cite",
    "Entry",
    "Item",
    "Name",
    "Position",
    "Processor",
    "RenderedCitation",
    "Style",
    "find_style",
    "item_from_reference",
    "locale_for",
    "read_item",
    "read_style",
    "search_styles",
]
