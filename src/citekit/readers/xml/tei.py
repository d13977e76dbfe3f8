"""Reading TEI: the text, its notes, and its bibliography.

Source: TEI P5, chapters 3 (elements available in all documents) and 4 (default text structure).
"""

import re
from collections.abc import Mapping
from typing import Final

from citekit.model.document import Document, DocumentFormat, NoteKind
from citekit.model.live_citation import ItemNotation, LiveCite
from citekit.model.spans import Markup
from citekit.readers.decoding import Decoded
from citekit.readers.xml.article import ArticleFormat, read_article
from citekit.readers.xml.elements import XmlElement
from citekit.readers.xml.roots import is_tei
from citekit.readers.xml.slices import own_item
from citekit.readers.xml.story import Grammar
from citekit.readers.xml.tei_header import declared_in
from citekit.readers.xml.vocabulary import Role, vocabulary
from citekit.text.data import load_words

WORKS = frozenset({"bibl", "biblStruct", "biblFull"})
_LISTS = ("listBibl",)
_EXAMPLES = ("egXML", "eg")
_LINKS = frozenset({"ref", "ptr"})
_PARAGRAPHS = frozenset({"p", "ab", "note", "head", "item", "l", "cell", "said", "hi", "seg"})
_BIBLIOGRAPHY = re.compile(r"bibl|references|literatur", re.IGNORECASE)
_WEB: Final = ("http://", "https://", "ftp://", "www.")
# Where notes stand that are part of the page, and kinds of note that are none of its author's.
_BESIDE = re.compile(r"inline|margin|left|right|top|above|below|inter", re.IGNORECASE)
_AT_END = re.compile(r"\bend|back", re.IGNORECASE)
_REMARKS = frozenset({"comment", "editorial", "abstract", "affiliation", "stage", "summary"})
_ITALIC = re.compile(r"ital|#i\b|^i$", re.IGNORECASE)
_RENDERINGS = (
    (_ITALIC, Markup.ITALIC),
    (re.compile(r"bold|^b$", re.IGNORECASE), Markup.BOLD),
    (re.compile(r"sup", re.IGNORECASE), Markup.SUPERSCRIPT),
    (re.compile(r"sub", re.IGNORECASE), Markup.SUBSCRIPT),
    (re.compile(r"small-?caps|smcap", re.IGNORECASE), Markup.SMALL_CAPS),
)


def score_tei(head: str, suffix: str) -> float:
    """1 if ``head`` opens as a TEI document, else 0."""
    del suffix
    return float(is_tei(head))


def read_tei(decoded: Decoded, path: str) -> Document:
    """The document in TEI: its text, its notes, and every citation with the work it stands for.

    Raises:
        ReadError: The text is no well-formed XML, or larger than any article.
    """
    return read_article(decoded, path, _FORMAT)


class _Tei:
    """What TEI's elements mean in one document, whose bibliography and notes are known."""

    def __init__(self, text: str, root: XmlElement) -> None:
        self.text = text
        self.words = vocabulary("tei_elements", "target")
        self.choices = load_words("citekit.readers", "tei_elements", "choice")
        self.works: Mapping[str, LiveCite] = {
            element.get("xml:id", "id"): self.item(element)
            for element in root.walk()
            if element.name in WORKS and element.get("xml:id", "id")
        }
        self.noted = {
            element.get("xml:id", "id") for element in root.walk() if element.name == "note"
        } - {""}

    def grammar(self) -> Grammar:
        return Grammar(
            self.words,
            self.role,
            self.cites,
            lambda _first, _second: (),
            self.markup,
            lambda note: note.get("n") if note.name == "note" else "",
            self.note_kind,
            lambda call: call.get("target").removeprefix("#"),
        )

    def item(self, element: XmlElement) -> LiveCite:
        key = element.get("xml:id", "id")
        return own_item(self.text, element, ItemNotation.TEI, key)

    def role(self, element: XmlElement) -> Role:
        name = element.name
        if element.is_in(*_EXAMPLES):
            return Role.INLINE
        if name in WORKS:
            return self.role_of_work(element)
        if name in _LINKS:
            return self.role_of_link(element)
        parent = element.parent.name if element.parent is not None else ""
        if parent == "choice" and name in self.choices:
            return Role.DROPPED
        if name == "note" and not element.is_in(*WORKS):
            return Role.NOTE if self.is_note(element) else Role.INLINE
        if name == "quote" and parent in _PARAGRAPHS:
            return Role.INLINE
        return self.words.role(name)

    def role_of_work(self, element: XmlElement) -> Role:
        parent = element.parent
        divided = parent is not None and parent.name.startswith("div")
        if element.is_in(*_LISTS):
            return Role.ENTRY
        if divided and parent is not None and _BIBLIOGRAPHY.search(parent.get("type")):
            return Role.ENTRY
        return Role.CITATION if is_described(element) else Role.INLINE

    def role_of_link(self, element: XmlElement) -> Role:
        target = element.get("target")
        if self.cited(element):
            return Role.CITATION
        if target.removeprefix("#") in self.noted and target.startswith("#"):
            return Role.NOTE_CALL
        if not element.parts:
            return Role.ADDRESS if target.startswith(_WEB) else Role.INLINE
        return Role.INLINE

    def is_note(self, element: XmlElement) -> bool:
        """Whether a note is one of the author's, printed apart from the text."""
        if element.get("type") in _REMARKS:
            return False
        return not _BESIDE.search(element.get("place")) or "foot" in element.get("place")

    def note_kind(self, element: XmlElement) -> NoteKind:
        place = element.get("place") or element.get("type")
        return NoteKind.ENDNOTE if _AT_END.search(place) else NoteKind.FOOTNOTE

    def cited(self, element: XmlElement) -> tuple[LiveCite, ...]:
        found = (self.works.get(one[1:]) for one in element.get("target").split() if one[0] == "#")
        return tuple(cite for cite in found if cite is not None)

    def cites(self, element: XmlElement) -> tuple[LiveCite, ...]:
        return (self.item(element),) if element.name in WORKS else self.cited(element)

    def markup(self, element: XmlElement) -> Markup | None:
        if element.name in _LINKS:
            return Markup.LINK if element.get("target").startswith(_WEB) else None
        if element.name == "title":
            return Markup.ITALIC if element.get("level") in {"m", "j", "s"} else None
        rendering = element.get("rend", "rendition", "style")
        if rendering:
            return next((markup for sign, markup in _RENDERINGS if sign.search(rendering)), None)
        if element.name == "hi":
            return Markup.ITALIC
        return self.words.markup.get(element.name)


def is_described(element: XmlElement) -> bool:
    """Whether a work's own elements say enough of it: a title, and who made it or when."""
    names = {one.name for one in element.walk()}
    return "title" in names and bool(names & {"author", "editor", "date", "persName", "orgName"})


_FORMAT = ArticleFormat(
    DocumentFormat.TEI, lambda text, root: _Tei(text, root).grammar(), declared_in
)
