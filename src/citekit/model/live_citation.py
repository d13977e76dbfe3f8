"""Citations that a reference manager keeps inside a document, with the data of what they cite."""

from dataclasses import dataclass
from enum import StrEnum

from citekit.model.spans import TracedText


class ItemNotation(StrEnum):
    """How the data of a work are written."""

    CSL_JSON = "csl-json"
    ENDNOTE_XML = "endnote-xml"
    JATS = "jats"
    TEI = "tei"


@dataclass(frozen=True, slots=True)
class LiveCite:
    """One work of a live citation: its data as the program left them, and how it is cited.

    ``item`` is one JSON object, ``<record>``, JATS citation or TEI work, empty where the document
    holds no data. ``key`` is the user's own key, empty where the program only counts its items.
    ``label`` is a CSL locator label.
    """

    item: str
    notation: ItemNotation = ItemNotation.CSL_JSON
    key: str = ""
    locator: str = ""
    label: str = ""
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class LiveCitation:
    """A citation that a program keeps up to date; ``text`` is what it printed last.

    ``text`` is part of a block or a note, and has its places in the file.
    """

    text: TracedText
    cites: tuple[LiveCite, ...]
