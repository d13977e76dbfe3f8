"""A file as a reader gives it: its text, cut into blocks, with what it says about itself."""

from dataclasses import dataclass, field
from enum import StrEnum

from citekit.model.live_citation import LiveCitation
from citekit.model.pages import PrintedLine
from citekit.model.reference import Reference
from citekit.model.spans import Span, TracedText


class DocumentFormat(StrEnum):
    """What the content of a file was found to be."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    EPUB = "epub"
    RTF = "rtf"
    JATS = "jats"
    TEI = "tei"
    TYPST = "typst"
    RST = "restructured-text"
    ORG = "org"
    LATEX = "latex"


class BlockKind(StrEnum):
    """What a block is in the layout of its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    QUOTATION = "quotation"
    RULE = "rule"
    CODE = "code"
    TABLE = "table"
    CAPTION = "caption"


class Zone(StrEnum):
    """What a block is part of."""

    ARTICLE = "article"
    COMMENT = "comment"
    NAVIGATION = "navigation"


class NoteKind(StrEnum):
    """Where a note is printed: at the foot of the page, or at the end."""

    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or other unit of the layout.

    ``level`` is 1 to 6 for a heading and the depth, from 1, for a list item or quotation.
    ``indent`` counts the columns of white space before the first character.
    ``text`` of a rule is empty but for its piece. ``listed`` says that the format itself marks
    the block as an entry of the bibliography.
    """

    kind: BlockKind
    text: TracedText
    level: int = 0
    indent: int = 0
    zone: Zone = Zone.ARTICLE
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A note that the format itself marks as one, such as ``[^1]`` or HTML's footnote lists.

    ``label`` is what the source calls it, ``marker`` what a reader sees ("4", "*"); ``mark``
    is the place in the text that calls the note, ``None`` where nothing calls it.
    """

    label: str
    marker: str
    text: TracedText
    kind: NoteKind = NoteKind.FOOTNOTE
    mark: Span | None = None


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """A stretch of a document's text that comes from one file, of its archive or beside it.

    ``start`` is where the stretch begins in that file; it is 0 for text that was laid out.
    """

    name: str
    span: Span
    start: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A file that has been read.

    ``text`` is the whole file decoded, exactly as stored; a byte-order mark is its first
    character (U+FEFF), in no block. All spans count in it. ``encoding`` is the codec that
    decoded it. Of a PDF, ``text`` is what its pages print, laid out in reading order,
    ``encoding`` is empty, and ``lines`` say where each stretch of the text is printed.
    ``blocks`` are in file order and hold no text of ``notes``. ``metadata`` is what
    the file declares about itself in a machine-readable way (HTML ``meta``, a YAML block), an
    empty reference where it does not.

    The text of a file that is no text itself is what its reader lays out, body before notes.
    ``live_citations`` are those of a reference manager, in the order of the text; ``parts`` tell
    which file of an archive the text comes from, none where there is no archive. The text of a
    document that takes in other files (LaTeX) holds theirs in reading order, as ``parts`` tell;
    ``bibliographies`` are the paths of the files of references that it names.
    """

    path: str
    text: str
    format: DocumentFormat
    encoding: str = "utf-8"
    blocks: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    metadata: Reference = field(default_factory=Reference)
    lines: tuple[PrintedLine, ...] = ()
    live_citations: tuple[LiveCitation, ...] = ()
    parts: tuple[DocumentPart, ...] = ()
    bibliographies: tuple[str, ...] = ()
