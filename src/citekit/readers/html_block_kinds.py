"""The kind of a block of HTML, from the elements that it stands in."""

from collections.abc import Mapping

from citekit.model.document import BlockKind
from citekit.readers.html_elements import HEADINGS, Element, OpenElements

_KINDS: Mapping[str, BlockKind] = {
    **dict.fromkeys(HEADINGS, BlockKind.HEADING),
    "li": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTATION,
    "pre": BlockKind.CODE,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "tr": BlockKind.TABLE,
}
_COUNTED = {BlockKind.LIST_ITEM: ("ul", "ol", "dl"), BlockKind.QUOTATION: ("blockquote",)}
_MAX_LEVEL = 9


def kind_of_block(opened: OpenElements) -> tuple[BlockKind, int]:
    """The kind of a block that stands in ``opened``, and its level; 0 where it has none."""
    loose = False
    for element in reversed(opened.stack):
        kind = _KINDS.get(element.name)
        if kind is None:
            loose = loose or element.is_block
        elif kind is BlockKind.TABLE:
            return (BlockKind.PARAGRAPH if loose else kind), 0
        else:
            return kind, _level(kind, element, opened)
    return BlockKind.PARAGRAPH, 0


def _level(kind: BlockKind, element: Element, opened: OpenElements) -> int:
    if kind is BlockKind.HEADING:
        return HEADINGS[element.name]
    if kind not in _COUNTED:
        return 0
    depth = sum(opened.counts.get(name, 0) for name in _COUNTED[kind])
    return min(_MAX_LEVEL, max(1, depth))
