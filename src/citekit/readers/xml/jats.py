"""Reading JATS (and NLM's journal tag sets): the article, its notes and its list of references.

Source: JATS 1.3, NISO Z39.96-2021.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from citekit.model.document import Document, DocumentFormat, NoteKind
from citekit.model.live_citation import ItemNotation, LiveCite
from citekit.model.spans import Markup
from citekit.readers.decoding import Decoded
from citekit.readers.xml.article import ArticleFormat, read_article
from citekit.readers.xml.elements import XmlElement
from citekit.readers.xml.jats_front import declared_in
from citekit.readers.xml.roots import is_jats
from citekit.readers.xml.slices import own_item, plain_text
from citekit.readers.xml.story import Grammar
from citekit.readers.xml.vocabulary import Role, vocabulary

CITATIONS = frozenset({"element-citation", "mixed-citation", "nlm-citation", "citation"})
_LINKS = frozenset({"ext-link", "uri"})
_NOT_NOTES = ("author-notes", "table-wrap-foot", "table-wrap", "front", "front-stub")
_NUMBER = re.compile(r"[\[(]?\s*(\w{1,8}[*†‡]?|[*†‡§¶]{1,3})\s*[\])]?[.:]?")
# "[3]–[40]" is a range of citations; a longer one is a slip.
_LONGEST_RANGE = 60
# So many citations in all are added for ranges.
_MOST_LEFT_OUT = 20_000


def score_jats(head: str, suffix: str) -> float:
    """1 if ``head`` opens as a JATS article, else 0."""
    del suffix
    return float(is_jats(head))


def read_jats(decoded: Decoded, path: str) -> Document:
    """The document in JATS: its text, its notes, and every citation with the work it stands for.

    Raises:
        ReadError: The text is no well-formed XML, or larger than any article.
    """
    return read_article(decoded, path, _FORMAT)


class _Jats:
    """What JATS's elements mean in one article, whose references and notes are known."""

    def __init__(self, text: str, root: XmlElement) -> None:
        self.text = text
        self.most = _MOST_LEFT_OUT
        self.words = vocabulary("jats_elements", "xlink:href")
        refs = [element for element in root.walk() if element.name == "ref"]
        self.works: Mapping[str, tuple[LiveCite, ...]] = {
            ref.get("id"): tuple(self.items(ref)) for ref in refs
        }
        self.order = {ref.get("id"): number for number, ref in enumerate(refs)}
        self.listed: Sequence[tuple[LiveCite, ...]] = [self.works[ref.get("id")] for ref in refs]
        self.called_notes = {
            called
            for element in root.walk()
            if element.name == "xref" and element.get("ref-type") in {"fn", ""}
            for called in element.get("rid").split()
        }

    def grammar(self) -> Grammar:
        return Grammar(
            self.words,
            self.role,
            self.cites,
            self.between,
            self.markup,
            lambda element: _label(self.text, element),
            lambda note: NoteKind.ENDNOTE if note.is_in("back") else NoteKind.FOOTNOTE,
            lambda call: call.get("rid").partition(" ")[0],
        )

    def items(self, record: XmlElement) -> Iterator[LiveCite]:
        """The works of a reference; of those that say the same twice, the first."""
        for child in record:
            if child.name in CITATIONS:
                yield own_item(self.text, child, ItemNotation.JATS)
            elif child.name in {"citation-alternatives", "ref"}:
                yield from list(self.items(child))[:1]

    def role(self, element: XmlElement) -> Role:
        name = element.name
        if name == "ref":
            return Role.ENTRY
        if name == "xref":
            return self.role_of_call(element)
        if name == "fn":
            return Role.NOTE if self.is_note(element) else Role.BLOCK
        if name in CITATIONS and not element.is_in("ref"):
            return Role.CITATION
        if name in CITATIONS and _repeats(element):
            return Role.DROPPED
        if name in _LINKS and not element.parts:
            return Role.ADDRESS
        if element.is_in("ref", *CITATIONS):
            return Role.DROPPED if name == "label" else Role.INLINE
        return self.words.role(name)

    def role_of_call(self, element: XmlElement) -> Role:
        target, kind = element.get("rid"), element.get("ref-type")
        if kind in {"bibr", ""} and any(one in self.works for one in target.split()):
            return Role.CITATION
        return Role.NOTE_CALL if kind == "fn" else Role.INLINE

    def is_note(self, element: XmlElement) -> bool:
        """Whether a footnote belongs to the text, and not to its authors or to a table."""
        if element.is_in(*_NOT_NOTES):
            return False
        if element.get("id") in self.called_notes or element.is_in("p", "title"):
            return True
        return element.find("label") is not None

    def cites(self, element: XmlElement) -> tuple[LiveCite, ...]:
        if element.name in CITATIONS:
            return (own_item(self.text, element, ItemNotation.JATS),)
        if element.name == "ref":
            return tuple(self.items(element))
        return tuple(cite for one in element.get("rid").split() for cite in self.works.get(one, ()))

    def between(self, first: XmlElement, second: XmlElement) -> tuple[LiveCite, ...]:
        start = self.order.get(first.get("rid"), -1)
        end = self.order.get(second.get("rid"), -1)
        if start < 0 or not start < end <= start + _LONGEST_RANGE:
            return ()
        left_out = tuple(cite for works in self.listed[start + 1 : end] for cite in works)
        self.most -= len(left_out)
        return left_out if self.most > 0 else ()

    def markup(self, element: XmlElement) -> Markup | None:
        if element.name in _LINKS:
            link = element.get("xlink:href")
            return Markup.LINK if link.startswith(("http", "ftp")) else None
        return self.words.markup.get(element.name)


def _repeats(citation: XmlElement) -> bool:
    """Whether a citation says once more, in another form, what the one before it says."""
    above = citation.parent
    return (
        above is not None
        and above.name == "citation-alternatives"
        and next(iter(above), citation) is not citation
    )


def _label(text: str, element: XmlElement) -> str:
    label = element.find("label")
    if label is None:
        return element.get("symbol")
    match = _NUMBER.fullmatch(plain_text(text, label))
    return match[1] if match else ""


_FORMAT = ArticleFormat(
    DocumentFormat.JATS, lambda text, root: _Jats(text, root).grammar(), declared_in
)
