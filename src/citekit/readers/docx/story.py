"""Walking through the body of a Word document, or through a note, as its reader sees it.

Tracked changes are taken as accepted, hidden text and the codes of fields are left out, and a
text box follows the paragraph that anchors it. Source: ECMA-376, part 1, section 17.
"""

from dataclasses import dataclass, field

from lxml import etree

from citekit.model.document import BlockKind, Zone
from citekit.readers.archive.laid_out import Paragraph, Setting
from citekit.readers.archive.story import StoryBlock, row_blocks
from citekit.readers.archive.xml_members import local_name
from citekit.readers.docx.attributes import attribute, child, properties, value
from citekit.readers.docx.inline import InlineReader
from citekit.readers.docx.structure import GONE, alternative, within
from citekit.readers.live.field_codes import FieldKind, read_control_tag
from citekit.readers.live.open_fields import OpenFields


@dataclass(slots=True)
class DocxStory:
    """One story being read; ``blocks`` grow as it goes on."""

    inline: InlineReader
    blocks: list[StoryBlock] = field(default_factory=list)
    contents: int = 0

    def read(self, container: etree._Element) -> None:
        """Read all that stands in ``container``: a body, a note, a cell or a text box."""
        for element in container:
            name = local_name(element)
            if name == "p":
                self.read_paragraph(element)
            elif name == "tbl":
                self.read_table(element)
            elif name == "sdt":
                self.read_control(element)
            elif name == "sectPr":
                self.inline.context.numbers.end_section()
            elif name == "bookmarkStart":
                self.inline.begin_bookmark(element, Setting())
            elif name == "bookmarkEnd":
                self.inline.end_bookmark(element, Setting())
            elif name == "AlternateContent":
                chosen = alternative(element)
                self.read(chosen if chosen is not None else element)
            elif name not in GONE:
                self.read(element)

    def read_paragraph(self, element: etree._Element) -> None:
        """Read a paragraph; one whose mark is deleted, or a drop cap, goes on in the next."""
        inline, settings = self.inline, child(element, "pPr")
        inline.settings = settings
        listed = inline.lists
        inline.read(element, Setting())
        mark = properties(child(settings, "rPr"))
        drop_cap = attribute(child(settings, "framePr"), "dropCap") not in {"", "none"}
        if not drop_cap and "del" not in mark and "moveFrom" not in mark:
            self.finish(settings, listed=listed or inline.lists)
        if child(settings, "sectPr") is not None:
            inline.context.numbers.end_section()
        boxes, inline.boxes = inline.boxes, []
        for box in boxes:
            self.read_box(box)

    def finish(self, settings: etree._Element | None, *, listed: bool) -> None:
        """End the paragraph that is open; an empty one is no block."""
        if self.inline.paragraph.is_empty:
            return
        style = self.inline.context.styles.block(settings)
        is_heading = style.kind is BlockKind.HEADING
        self.blocks.append(
            StoryBlock(
                style.kind,
                self.inline.paragraph,
                style.level,
                Zone.NAVIGATION if self.contents or style.is_contents else Zone.ARTICLE,
                listed=not is_heading and (listed or style.is_entry),
                style=style.name,
            )
        )
        self.inline.paragraph = Paragraph()

    def read_box(self, element: etree._Element) -> None:
        """Read a text box that the last paragraph anchors, apart from what is open."""
        inline = self.inline
        outer = inline.paragraph, inline.fields
        inline.paragraph, inline.fields = Paragraph(), OpenFields(inline.context.sources)
        self.read(element)
        self.finish(None, listed=False)
        inline.paragraph, inline.fields = outer

    def read_table(self, element: etree._Element) -> None:
        """Read a table: a row is a block, unless its cells hold several paragraphs."""
        for row in within(element, "tr"):
            if "del" in properties(child(row, "trPr")):
                continue
            cells = []
            for cell in within(row, "tc"):
                outer, self.blocks = self.blocks, []
                self.read(cell)
                cells.append(self.blocks)
                self.blocks = outer
            self.blocks += row_blocks(cells)

    def read_control(self, element: etree._Element) -> None:
        """Read a content control around paragraphs: a citation, a bibliography, a contents."""
        settings, content = child(element, "sdtPr"), child(element, "sdtContent")
        if content is None:
            return
        code = read_control_tag(value(settings, "tag"))
        gallery = value(settings, "docPartObj", "docPartGallery")
        lists = code.kind is FieldKind.BIBLIOGRAPHY or gallery == "Bibliographies"
        lists = lists or child(settings, "bibliography") is not None
        count = len(self.blocks)
        self.inline.listing += lists
        self.contents += gallery == "Table of Contents"
        self.read(content)
        self.inline.listing -= lists
        self.contents -= gallery == "Table of Contents"
        if code.kind is FieldKind.CITATION:
            for block in self.blocks[count : count + 1]:
                block.paragraph.hold(0, code.cites)
