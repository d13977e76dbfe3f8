"""The styles of a Word document: what kind of block a paragraph is, and how runs are set.

Source: ECMA-376, part 1, section 17.7.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from citekit.model.document import BlockKind
from citekit.model.spans import Markup
from citekit.readers.archive.xml_members import local_name
from citekit.readers.docx.attributes import attribute, child, is_on, properties, value

_HEADING = re.compile(r"heading ([1-9])$")
_ENTRY_STYLES = frozenset({"bibliography", "endnote bibliography", "citavi bibliography entry"})
_BY_NAME = {
    BlockKind.QUOTATION: frozenset({"quote", "intense quote", "block text"}),
    BlockKind.CAPTION: frozenset({"caption", "table caption", "image caption"}),
    BlockKind.CODE: frozenset({"source code", "html preformatted"}),
}
_DEEPEST = 6
_LONGEST_CHAIN = 30
_SET = {
    "b": Markup.BOLD,
    "i": Markup.ITALIC,
    "smallCaps": Markup.SMALL_CAPS,
}
_RAISED = {"superscript": Markup.SUPERSCRIPT, "subscript": Markup.SUBSCRIPT}


@dataclass(frozen=True, slots=True)
class BlockStyle:
    """What a style or the properties of a paragraph make of it."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    name: str = ""

    @property
    def is_entry(self) -> bool:
        """Whether the style is that of bibliography entries."""
        return self.name in _ENTRY_STYLES

    @property
    def is_contents(self) -> bool:
        """Whether the style is that of a table of contents."""
        return self.name.startswith("toc ")


@dataclass(frozen=True, slots=True)
class RunStyle:
    """How a run is set: ``markups`` that are on, and whether it is not printed at all."""

    markups: frozenset[Markup] = frozenset()
    hidden: bool = False


@dataclass(slots=True)
class Styles:
    """The styles by their ids."""

    elements: Mapping[str, etree._Element]
    _blocks: dict[str, BlockStyle] = field(default_factory=dict)
    _runs: dict[str, RunStyle] = field(default_factory=dict)

    def block(self, settings: etree._Element | None) -> BlockStyle:
        """The style of a paragraph with ``settings`` (``pPr``)."""
        parts = properties(settings)
        style = self._block_style(attribute(parts.get("pStyle"), "val"))
        own = _outline(attribute(parts.get("outlineLvl"), "val"))
        if own and style.kind is not BlockKind.HEADING:
            return BlockStyle(BlockKind.HEADING, own, style.name)
        numbering = parts.get("numPr")
        if numbering is None or style.kind is BlockKind.HEADING:
            return style
        if value(numbering, "numId") == "0":
            kind = BlockKind.PARAGRAPH if style.kind is BlockKind.LIST_ITEM else style.kind
            return BlockStyle(kind, 0, style.name)
        level = value(numbering, "ilvl")
        depth = int(level) + 1 if level.isdecimal() and len(level) == 1 else 1
        return BlockStyle(BlockKind.LIST_ITEM, depth, style.name)

    def run(self, settings: etree._Element | None, paragraph: etree._Element | None) -> RunStyle:
        """How a run with ``settings`` (``rPr``) is set in a paragraph with its ``pPr``."""
        hidden = self._run_style(value(paragraph, "pStyle")).hidden
        if settings is None:
            return RunStyle(hidden=hidden)
        parts = properties(settings)
        style = self._run_style(attribute(parts.get("rStyle"), "val"))
        return _set_over(RunStyle(style.markups, style.hidden or hidden), parts)

    def _block_style(self, identifier: str) -> BlockStyle:
        if identifier not in self._blocks:
            self._blocks[identifier] = self._made_block(identifier)
        return self._blocks[identifier]

    def _made_block(self, identifier: str) -> BlockStyle:
        chain = self._chain(identifier)
        names = [value(element, "name").lower() for element in chain]
        for element in chain:
            settings = child(element, "pPr")
            level = _outline(value(settings, "outlineLvl"))
            if level:
                return BlockStyle(BlockKind.HEADING, level, names[0])
        style = style_of_names(names or [identifier.lower()])
        numbered = any(child(element, "pPr", "numPr") is not None for element in chain)
        if style.kind is BlockKind.PARAGRAPH and numbered:
            return BlockStyle(BlockKind.LIST_ITEM, 1, style.name)
        return style

    def _run_style(self, identifier: str) -> RunStyle:
        if identifier not in self._runs:
            style = RunStyle()
            for element in reversed(self._chain(identifier)):
                style = _set_over(style, properties(child(element, "rPr")))
            self._runs[identifier] = style
        return self._runs[identifier]

    def _chain(self, identifier: str) -> list[etree._Element]:
        """The style and those it is based on."""
        chain: list[etree._Element] = []
        while identifier in self.elements and len(chain) < _LONGEST_CHAIN:
            chain.append(self.elements[identifier])
            identifier = value(chain[-1], "basedOn")
        return chain


def style_of_names(names: Sequence[str]) -> BlockStyle:
    """What a style makes of a paragraph, by its name and those it is based on, in small letters."""
    for name in names:
        heading = _HEADING.match(name)
        if heading:
            return BlockStyle(BlockKind.HEADING, min(int(heading[1]), _DEEPEST), names[0])
        for kind, known in _BY_NAME.items():
            if name in known:
                return BlockStyle(kind, int(kind is BlockKind.QUOTATION), names[0])
    is_title = names[0] == "title"
    kind = BlockKind.HEADING if is_title else BlockKind.PARAGRAPH
    return BlockStyle(kind, int(is_title), names[0])


def read_styles(root: etree._Element | None) -> Styles:
    """The styles of a ``styles`` part; none without one."""
    elements = [part for part in root if local_name(part) == "style"] if root is not None else []
    return Styles({attribute(element, "styleId"): element for element in elements})


def _outline(level: str) -> int:
    return (
        min(int(level) + 1, _DEEPEST)
        if level in {"0", "1", "2", "3", "4", "5", "6", "7", "8"}
        else 0
    )


def _set_over(style: RunStyle, parts: Mapping[str, etree._Element]) -> RunStyle:
    markups, hidden = set(style.markups), style.hidden
    for name, markup in _SET.items():
        if name in parts:
            (markups.add if is_on(parts[name]) else markups.discard)(markup)
    if "vertAlign" in parts:
        markups -= set(_RAISED.values())
        raised = _RAISED.get(attribute(parts["vertAlign"], "val"))
        markups |= {raised} if raised else set()
    if "vanish" in parts:
        hidden = is_on(parts["vanish"])
    return RunStyle(frozenset(markups), hidden)
