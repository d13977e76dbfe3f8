"""Walking through the body of an OpenDocument text, or through a note, as its reader sees it.

Text that a tracked change deleted is kept apart in the file and so is not read. Source:
OpenDocument 1.3, part 3, sections 5 (text) and 9 (tables).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from citekit.model.document import BlockKind, Zone
from citekit.readers.archive.laid_out import Paragraph, Setting
from citekit.readers.archive.story import StoryBlock, row_blocks
from citekit.readers.archive.xml_members import local_name
from citekit.readers.live.field_codes import FieldKind, FieldSources, read_field_code
from citekit.readers.odt.inline import InlineReader, text_boxes
from citekit.readers.odt.styles import OdtStyle, plain

_GONE = frozenset(
    {
        "tracked-changes",
        "sequence-decls",
        "variable-decls",
        "user-field-decls",
        "forms",
        "bibliography-source",
        "annotation",
    }
)
_INDEXES = frozenset(
    {"table-of-content", "alphabetical-index", "illustration-index", "table-index", "user-index"}
)
_DEEPEST = 6
_DEEPEST_LIST = 9


@dataclass(slots=True)
class OdtStory:
    """One story being read; ``blocks`` grow as it goes on."""

    inline: InlineReader
    blocks: list[StoryBlock] = field(default_factory=list)
    depth: int = 0
    contents: int = 0

    def read(self, container: etree._Element) -> None:
        """Read all that stands in ``container``: a body, a section, a note, a cell."""
        for element in container:
            name = local_name(element)
            if name in {"p", "h"}:
                self.read_paragraph(element, is_heading=name == "h")
            elif name == "list":
                self.depth += 1
                self.read(element)
                self.depth -= 1
            elif name == "table":
                self.read_table(element)
            elif name in {"bibliography", "section"}:
                self.read_section(element, lists=name == "bibliography")
            elif name in _INDEXES:
                self.contents += 1
                self.read(element)
                self.contents -= 1
            elif name == "frame":
                for box in text_boxes(element):
                    self.read_box(box)
            elif name not in _GONE:
                self.read(element)

    def read_section(self, element: etree._Element, *, lists: bool) -> None:
        """Read a section; Zotero puts its bibliography into one that it names."""
        attributes = plain(element)
        if attributes.get("display") == "none":
            return
        code = read_field_code(attributes.get("name", ""), "", FieldSources())
        lists = lists or code.kind is FieldKind.BIBLIOGRAPHY
        self.inline.listing += lists
        self.read(element)
        self.inline.listing -= lists

    def read_paragraph(self, element: etree._Element, *, is_heading: bool) -> None:
        """Read a paragraph or heading, then the text boxes that it anchors."""
        inline, attributes = self.inline, plain(element)
        style = inline.styles.style("paragraph", attributes.get("style-name", ""))
        listed = inline.lists
        markups = style.markups if not is_heading else frozenset()
        if not style.hidden:
            inline.read(element, Setting(markups))
        if not inline.paragraph.is_empty:
            listed = (listed or inline.lists or style.is_entry) and not is_heading
            kind, level = self.kind_of(style, attributes, is_heading=is_heading)
            zone = Zone.NAVIGATION if self.contents or style.is_contents else Zone.ARTICLE
            self.blocks.append(
                StoryBlock(kind, inline.paragraph, level, zone, listed=listed, style=style.name)
            )
            inline.paragraph = Paragraph()
        boxes, inline.boxes = inline.boxes, []
        for box in boxes:
            self.read_box(box)

    def kind_of(
        self, style: OdtStyle, attributes: Mapping[str, str], *, is_heading: bool
    ) -> tuple[BlockKind, int]:
        """The kind and level of a paragraph in ``style``."""
        if is_heading or style.name == "title":
            return BlockKind.HEADING, _level(attributes.get("outline-level", "1"))
        if self.depth:
            return BlockKind.LIST_ITEM, min(self.depth, _DEEPEST_LIST)
        return style.kind, int(style.kind is BlockKind.QUOTATION)

    def read_box(self, element: etree._Element) -> None:
        """Read a text box."""
        outer, self.depth = self.depth, 0
        self.read(element)
        self.depth = outer

    def read_table(self, element: etree._Element) -> None:
        """Read a table: a row is a block, unless its cells hold several paragraphs."""
        for row in _rows(element):
            cells = []
            for cell in row:
                if local_name(cell) != "table-cell":
                    continue
                outer, self.blocks = self.blocks, []
                self.read(cell)
                cells.append(self.blocks)
                self.blocks = outer
            self.blocks += row_blocks(cells)


def _rows(element: etree._Element) -> list[etree._Element]:
    """The rows of a table, also those in groups and in its head."""
    found: list[etree._Element] = []
    for part in element:
        name = local_name(part)
        if name == "table-row":
            found.append(part)
        elif name in {"table-header-rows", "table-rows", "table-row-group"}:
            found += _rows(part)
    return found


def _level(text: str) -> int:
    return min(int(text), _DEEPEST) if text in set("123456789") else 1
