"""What stands in the paragraphs of a Word document: runs, fields, links and marks of notes.

Source: ECMA-376, part 1, sections 17.3 (runs), 17.11 (notes) and 17.16 (fields).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from citekit.model.document import NoteKind
from citekit.readers.archive.laid_out import Paragraph, Setting
from citekit.readers.archive.xml_members import local_name
from citekit.readers.docx.attributes import attribute, child, value
from citekit.readers.docx.characters import characters_of
from citekit.readers.docx.note_numbers import NoteNumbers
from citekit.readers.docx.package import Relations
from citekit.readers.docx.structure import GONE, PICTURES, alternative, text_boxes, within
from citekit.readers.docx.styles import Styles
from citekit.readers.live.field_codes import (
    FieldCode,
    FieldKind,
    FieldSources,
    read_control_tag,
    read_field_code,
)
from citekit.readers.live.open_bookmarks import OpenBookmarks
from citekit.readers.live.open_fields import OpenFields

_NOTES = {"footnoteReference": NoteKind.FOOTNOTE, "endnoteReference": NoteKind.ENDNOTE}


@dataclass(frozen=True, slots=True)
class CalledNote:
    """A note that the text calls: its kind, its number in the file, and its mark."""

    kind: NoteKind
    id: str
    marker: str

    @property
    def label(self) -> str:
        """What distinguishes the note from all others."""
        return f"{self.kind.value}-{self.id}"


@dataclass(frozen=True, slots=True)
class DocxContext:
    """What all stories of a document share."""

    styles: Styles
    numbers: NoteNumbers
    sources: FieldSources
    bookmarks: Mapping[str, FieldCode] = field(default_factory=dict)


@dataclass(slots=True)
class InlineReader:
    """Reads into the open ``paragraph``; ``boxes`` are text boxes that are still to be read.

    ``settings`` are those of the paragraph (``pPr``), ``listing`` counts the bibliographies that
    are open.
    """

    context: DocxContext
    relations: Relations
    ignores_fields: bool = False
    paragraph: Paragraph = field(default_factory=Paragraph)
    settings: etree._Element | None = None
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[CalledNote] = field(default_factory=list)
    listing: int = 0
    fields: OpenFields = field(init=False)
    opened: OpenBookmarks = field(default_factory=OpenBookmarks)

    def __post_init__(self) -> None:
        self.fields = OpenFields(self.context.sources)

    @property
    def lists(self) -> bool:
        """Whether what comes next is part of a bibliography."""
        return self.listing + self.fields.lists + self.opened.lists > 0

    def read(self, element: etree._Element, setting: Setting) -> None:
        """Read what stands in ``element``, a paragraph or a part of one."""
        for part in element:
            name = local_name(part)
            handler = _HANDLERS.get(name)
            if handler is not None:
                handler(self, part, setting)
            elif name not in GONE:
                self.read(part, setting)

    def read_alternative(self, element: etree._Element, setting: Setting) -> None:
        """Read one of several forms of the same content."""
        chosen = alternative(element)
        if chosen is not None:
            self.read(chosen, setting)

    def read_link(self, element: etree._Element, setting: Setting) -> None:
        """Read the text of a link."""
        target = self.relations.address(attribute(element, "id"))
        self.read(element, replace(setting, target=target or setting.target))

    def read_control(self, element: etree._Element, setting: Setting) -> None:
        """Read a content control in a paragraph, Mendeley's citations among them."""
        content = child(element, "sdtContent")
        if content is not None:
            code = read_control_tag(value(child(element, "sdtPr"), "tag"))
            self.read_result(content, setting, code)

    def read_simple_field(self, element: etree._Element, setting: Setting) -> None:
        """Read a field whose code is an attribute."""
        code = read_field_code(attribute(element, "instr"), "", self.context.sources)
        self.read_result(element, setting, code)

    def read_result(self, element: etree._Element, setting: Setting, code: FieldCode) -> None:
        """Read what ``element`` prints for ``code``."""
        start, lists = self.paragraph.length, code.kind is FieldKind.BIBLIOGRAPHY
        self.listing += lists
        self.read(element, replace(setting, target=code.target or setting.target))
        self.listing -= lists
        if code.kind is FieldKind.CITATION and self.fields.shows:
            self.paragraph.hold(start, code.cites)

    def begin_bookmark(self, element: etree._Element, _setting: Setting) -> None:
        """A bookmark begins, which Zotero may have set around a citation."""
        code = self.context.bookmarks.get(attribute(element, "name"))
        if code is not None:
            self.opened.begin(attribute(element, "id"), self.paragraph, code)

    def end_bookmark(self, element: etree._Element, _setting: Setting) -> None:
        """A bookmark ends."""
        self.opened.end(attribute(element, "id"), self.paragraph)

    def read_drawing(self, element: etree._Element, _setting: Setting) -> None:
        """Remember the text boxes of a drawing."""
        self.boxes += text_boxes(element)

    def read_run(self, run: etree._Element, setting: Setting) -> None:
        """Read a run: its characters, and the marks of fields and notes in it."""
        style = self.context.styles.run(child(run, "rPr"), self.settings)
        for part in run:
            name = local_name(part)
            if name == "fldChar":
                self.read_field_mark(part)
            elif name == "instrText":
                self.fields.add_code(part.text or "")
            elif name == "AlternateContent":
                self.boxes += text_boxes(alternative(part))
            elif name in PICTURES:
                self.boxes += text_boxes(part)
            elif self.fields.shows and not style.hidden:
                target = setting.target or self.fields.target
                self.read_shown(part, Setting(setting.markups | style.markups, target))
                if _has_own_mark(part):
                    break

    def read_shown(self, part: etree._Element, setting: Setting) -> None:
        """Read an element of a run that is printed."""
        name = local_name(part)
        if name in _NOTES:
            self.call_note(_NOTES[name], part)
        elif name == "ruby":
            for text in within(part, "rubyBase"):
                self.read(text, setting)
        elif name in {"br", "cr"}:
            self.paragraph.break_line()
        else:
            self.paragraph.add(characters_of(name, part), setting)

    def read_field_mark(self, part: etree._Element) -> None:
        """Read the beginning, separator or end of a field."""
        if self.ignores_fields:
            return
        match attribute(part, "fldCharType"):
            case "begin":
                data = child(part, "fldData")
                self.fields.begin((data.text or "") if data is not None else "")
            case "separate":
                self.fields.separate(self.paragraph)
            case "end":
                self.fields.end(self.paragraph)
            case _:
                pass

    def call_note(self, kind: NoteKind, part: etree._Element) -> None:
        """Print the mark of a note; one of its own follows in the same run."""
        if _has_own_mark(part):
            marker = "".join(characters_of(local_name(p), p) for p in part.itersiblings()).strip()
        else:
            marker = self.context.numbers.next(kind)
        note = CalledNote(kind, attribute(part, "id"), marker)
        self.notes.append(note)
        self.paragraph.call(marker, note.label)


def _has_own_mark(part: etree._Element) -> bool:
    return attribute(part, "customMarkFollows").lower() in {"1", "true", "on"}


def _pass_over(_reader: InlineReader, _element: etree._Element, _setting: Setting) -> None:
    """Blocks do not stand in paragraphs; where they do, their text boxes are read on their own."""


_HANDLERS: Mapping[str, Callable[[InlineReader, etree._Element, Setting], None]] = {
    "r": InlineReader.read_run,
    "hyperlink": InlineReader.read_link,
    "fldSimple": InlineReader.read_simple_field,
    "sdt": InlineReader.read_control,
    "AlternateContent": InlineReader.read_alternative,
    "bookmarkStart": InlineReader.begin_bookmark,
    "bookmarkEnd": InlineReader.end_bookmark,
    **dict.fromkeys(PICTURES, InlineReader.read_drawing),
    **dict.fromkeys(("p", "tbl"), _pass_over),
}
