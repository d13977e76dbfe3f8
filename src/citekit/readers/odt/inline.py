"""What stands in the paragraphs of an OpenDocument text: spans, links, notes and marks.

Source: OpenDocument 1.3, part 3, sections 6 (paragraph elements) and 7 (text fields).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from citekit.model.document import NoteKind
from citekit.readers.archive.laid_out import Paragraph, Setting
from citekit.readers.archive.xml_members import local_name, text_of
from citekit.readers.live.field_codes import FieldCode, FieldSources, read_field_code
from citekit.readers.live.odf_source import read_odf_source
from citekit.readers.live.open_bookmarks import OpenBookmarks
from citekit.readers.odt.styles import OdtStyles, plain

_GONE = frozenset(
    {"annotation", "annotation-end", "tracked-changes", "hidden-text", "script", "ruby-text"}
)
_CLASSES = {"footnote": NoteKind.FOOTNOTE, "endnote": NoteKind.ENDNOTE}


@dataclass(frozen=True, slots=True)
class CalledNote:
    """A note where the text calls it; ``body`` is still to be read."""

    label: str
    marker: str
    kind: NoteKind
    body: etree._Element | None


@dataclass(slots=True)
class InlineReader:
    """Reads into the open ``paragraph``; ``boxes`` are text boxes that are still to be read.

    ``bookmarks`` are the citations that Zotero keeps apart from the text, by their names;
    ``listing`` counts the bibliographies that are open.
    """

    styles: OdtStyles
    bookmarks: Mapping[str, FieldCode] = field(default_factory=dict)
    paragraph: Paragraph = field(default_factory=Paragraph)
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[CalledNote] = field(default_factory=list)
    listing: int = 0
    opened: OpenBookmarks = field(default_factory=OpenBookmarks)

    @property
    def lists(self) -> bool:
        """Whether what comes next is part of a bibliography."""
        return self.listing + self.opened.lists > 0

    def read(self, element: etree._Element, setting: Setting) -> None:
        """Read the text and the elements in ``element``."""
        self.paragraph.add(element.text or "", setting)
        for part in element:
            name = local_name(part)
            handler = _HANDLERS.get(name)
            if handler is not None:
                handler(self, part, setting)
            elif name not in _GONE:
                self.read(part, setting)
            self.paragraph.add(part.tail or "", setting)

    def read_span(self, element: etree._Element, setting: Setting) -> None:
        """Read a stretch in a style of its own; what is hidden is left out."""
        style = self.styles.style("text", plain(element).get("style-name", ""))
        if not style.hidden:
            self.read(element, replace(setting, markups=setting.markups | style.markups))

    def read_link(self, element: etree._Element, setting: Setting) -> None:
        """Read the text of a link."""
        target = plain(element).get("href", "")
        outside = target if not target.startswith("#") else ""
        self.read(element, replace(setting, target=outside or setting.target))

    def read_spaces(self, _element: etree._Element, setting: Setting) -> None:
        """Read spaces or a tab."""
        self.paragraph.add(" ", setting)

    def break_line(self, _element: etree._Element, _setting: Setting) -> None:
        """Read a line break."""
        self.paragraph.break_line()

    def call_note(self, element: etree._Element, _setting: Setting) -> None:
        """Print the mark of a note, and remember the note."""
        attributes, body, marker = plain(element), None, ""
        for part in element:
            if local_name(part) == "note-citation":
                marker = " ".join(text_of(part).split())
            elif local_name(part) == "note-body":
                body = part
        kind = _CLASSES.get(attributes.get("note-class", ""), NoteKind.FOOTNOTE)
        label = attributes.get("id") or f"{kind.value}-{len(self.notes) + 1}"
        self.notes.append(CalledNote(label, marker, kind, body))
        self.paragraph.call(marker, label)

    def read_source(self, element: etree._Element, setting: Setting) -> None:
        """Read a mark of OpenDocument's own bibliography."""
        start, cite = self.paragraph.length, read_odf_source(plain(element))
        self.read(element, setting)
        if cite is not None:
            self.paragraph.hold(start, (cite,))

    def begin_mark(self, element: etree._Element, _setting: Setting) -> None:
        """A reference mark or bookmark begins, which a reference manager may have set."""
        name = plain(element).get("name", "")
        code = self.bookmarks.get(name) or read_field_code(name, "", FieldSources())
        self.opened.begin(name, self.paragraph, code)

    def end_mark(self, element: etree._Element, _setting: Setting) -> None:
        """A reference mark or bookmark ends."""
        self.opened.end(plain(element).get("name", ""), self.paragraph)

    def read_frame(self, element: etree._Element, _setting: Setting) -> None:
        """Remember the text boxes in a drawing."""
        self.boxes += text_boxes(element)

    def read_hidden(self, element: etree._Element, setting: Setting) -> None:
        """Read what is shown on a condition."""
        if plain(element).get("is-hidden") != "true":
            self.read(element, setting)


def text_boxes(element: etree._Element) -> list[etree._Element]:
    """The text boxes in a drawing; those inside others are left to them."""
    found: list[etree._Element] = []
    for part in element:
        found += [part] if local_name(part) == "text-box" else text_boxes(part)
    return found


_HANDLERS: Mapping[str, Callable[[InlineReader, etree._Element, Setting], None]] = {
    "span": InlineReader.read_span,
    "a": InlineReader.read_link,
    "s": InlineReader.read_spaces,
    "tab": InlineReader.read_spaces,
    "line-break": InlineReader.break_line,
    "note": InlineReader.call_note,
    "bibliography-mark": InlineReader.read_source,
    "reference-mark-start": InlineReader.begin_mark,
    "reference-mark-end": InlineReader.end_mark,
    "bookmark-start": InlineReader.begin_mark,
    "bookmark-end": InlineReader.end_mark,
    "frame": InlineReader.read_frame,
    "custom-shape": InlineReader.read_frame,
    "hidden-paragraph": InlineReader.read_hidden,
}
