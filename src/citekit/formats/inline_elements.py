"""Inline markup as elements of XML: ``<hi rend="italic">`` for ``<i>``."""

from collections.abc import Mapping
from dataclasses import dataclass

from citekit.formats.inline_markup import Marked, format_markup, parse_markup
from citekit.formats.xml_places import Step, parse_place
from citekit.formats.xml_tree import XmlNode, collapsed
from citekit.text.data import load_table


@dataclass(frozen=True, slots=True)
class InlineElements:
    """The element of each mark, and all elements that are read as one, in their order."""

    written: Mapping[str, Step]
    read: tuple[tuple[Step, str], ...]

    def text(self, node: XmlNode) -> str:
        """The content of ``node`` with CSL's tags, blanks collapsed."""
        return collapsed(format_markup(Marked("", self._content(node))))

    def _content(self, node: XmlNode) -> list[Marked | str]:
        content: list[Marked | str] = []
        for part in node.content:
            if isinstance(part, str):
                content.append(part)
                continue
            mark = next((mark for step, mark in self.read if step.fits(part)), "")
            content.append(Marked(mark, self._content(part)))
        return content

    def fill(self, node: XmlNode, text: str) -> None:
        """Put ``text`` into ``node``; a mark without an element leaves its content."""
        self._fill(node, parse_markup(text))

    def _fill(self, node: XmlNode, marked: Marked) -> None:
        for part in marked.content:
            if isinstance(part, str):
                node.content.append(part)
                continue
            step = self.written.get(part.mark)
            inner = node
            if step is not None:
                inner = node.add(step.name)
                inner.attributes.update(step.wanted)
            self._fill(inner, part)


NO_INLINE = InlineElements({}, ())


def inline_elements(name: str) -> InlineElements:
    """The elements in the tables ``inline`` and ``inline_aliases`` of ``data/<name>.toml``."""
    table = load_table("citekit.formats", name)
    inline, aliases = table.get("inline", {}), table.get("inline_aliases", {})
    if not isinstance(inline, dict) or not isinstance(aliases, dict):
        return InlineElements({}, ())
    written = {mark: _step(place) for mark, place in inline.items()}
    read = [(step, mark) for mark, step in written.items()]
    read += [(_step(place), mark) for place, mark in aliases.items()]
    return InlineElements(written, tuple(read))


def _step(text: str) -> Step:
    place = parse_place(text)
    return place.steps[0] if place is not None else Step(text)
