"""The styles of an OpenDocument text: how spans are set and what paragraphs are.

Source: OpenDocument 1.3, part 3, sections 16.2 (styles) and 20 (formatting attributes).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from citekit.model.document import BlockKind
from citekit.model.spans import Markup
from citekit.readers.archive.xml_members import local_name

_QUOTATIONS = frozenset({"quotations", "block text"})
_CAPTIONS = frozenset({"caption", "illustration", "figure", "drawing", "table"})
_CODE = frozenset({"preformatted text", "source code"})
_CONTENTS = re.compile(r"contents (?:\d|heading)|index \d")
_ENTRIES = re.compile(r"bibliography \d|bibliography$")
_ESCAPED = re.compile(r"_([0-9a-f]{2})_")
_BOLD = 600
_LONGEST_CHAIN = 30


@dataclass(frozen=True, slots=True)
class OdtStyle:
    """What a style says, with what it takes over from those above it.

    ``name`` is that of the style the user chose, in small letters. ``markups`` holds only what
    is on.
    """

    name: str = ""
    kind: BlockKind = BlockKind.PARAGRAPH
    is_entry: bool = False
    is_contents: bool = False
    markups: frozenset[Markup] = frozenset()
    hidden: bool = False


@dataclass(slots=True)
class OdtStyles:
    """The styles by family and name; the later of two with one name counts."""

    elements: Mapping[tuple[str, str], etree._Element]
    _made: dict[tuple[str, str], OdtStyle] = field(default_factory=dict)

    def style(self, family: str, name: str) -> OdtStyle:
        """The style of that name in a family: ``paragraph`` or ``text``."""
        key = family, name
        if key not in self._made:
            self._made[key] = self._make(family, name)
        return self._made[key]

    def _make(self, family: str, name: str) -> OdtStyle:
        chain: list[etree._Element] = []
        names: list[str] = []
        while name and len(chain) < _LONGEST_CHAIN:
            element = self.elements.get((family, name))
            names.append(_shown(name, element))
            if element is None:
                break
            chain.append(element)
            name = plain(element).get("parent-style-name", "")
        markups: frozenset[Markup] = frozenset()
        hidden = False
        for element in reversed(chain):
            settings = _text_properties(element)
            markups = _set_over(markups, settings)
            hidden = settings.get("display", "none" if hidden else "") == "none"
        chosen = next((n for n in names if not re.fullmatch(r"[pt]\d+", n)), "")
        return OdtStyle(
            chosen,
            _kind(names),
            is_entry=any(_ENTRIES.fullmatch(n) for n in names),
            is_contents=any(_CONTENTS.fullmatch(n) for n in names),
            markups=markups,
            hidden=hidden,
        )


def read_styles(roots: Iterable[etree._Element | None]) -> OdtStyles:
    """The styles in ``roots``: the common ones first, then those of the content."""
    found: dict[tuple[str, str], etree._Element] = {}
    for root in roots:
        for element in root.iter("{*}style") if root is not None else ():
            attributes = plain(element)
            found[attributes.get("family", ""), attributes.get("name", "")] = element
    return OdtStyles(found)


def plain(element: etree._Element) -> Mapping[str, str]:
    """The attributes of ``element`` by their local names."""
    return {str(key).rpartition("}")[2]: str(value) for key, value in element.attrib.items()}


def _shown(name: str, element: etree._Element | None) -> str:
    given = plain(element).get("display-name", "") if element is not None else ""
    return (given or _ESCAPED.sub(lambda match: chr(int(match[1], 16)), name)).lower()


def _kind(names: list[str]) -> BlockKind:
    if any(name in _QUOTATIONS for name in names):
        return BlockKind.QUOTATION
    if any(name in _CODE for name in names):
        return BlockKind.CODE
    return BlockKind.CAPTION if any(name in _CAPTIONS for name in names) else BlockKind.PARAGRAPH


def _text_properties(style: etree._Element) -> Mapping[str, str]:
    for part in style:
        if local_name(part) == "text-properties":
            return plain(part)
    return {}


def _set_over(markups: frozenset[Markup], settings: Mapping[str, str]) -> frozenset[Markup]:
    found = set(markups)
    weight = settings.get("font-weight", "")
    heavy = int(weight) >= _BOLD if weight.isdecimal() else weight == "bold"
    for name, markup, is_on in (
        ("font-style", Markup.ITALIC, settings.get("font-style") in {"italic", "oblique"}),
        ("font-weight", Markup.BOLD, heavy),
        ("font-variant", Markup.SMALL_CAPS, settings.get("font-variant") == "small-caps"),
    ):
        if name in settings:
            (found.add if is_on else found.discard)(markup)
    position = settings.get("text-position", "").split()
    if position:
        found -= {Markup.SUPERSCRIPT, Markup.SUBSCRIPT}
        if position[0] == "super" or re.fullmatch(r"[1-9]\d*(?:\.\d+)?%", position[0]):
            found.add(Markup.SUPERSCRIPT)
        elif position[0] == "sub" or position[0].startswith("-"):
            found.add(Markup.SUBSCRIPT)
    return frozenset(found)
