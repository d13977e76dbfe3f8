"""XML as a tree of elements that know their places in the file; entities are never expanded.

Source: XML 1.0 (Fifth Edition), sections 2.4 to 2.8, 3.1 and 4.1.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import NoReturn

from citekit.errors import ReadError
from citekit.model.spans import Span
from citekit.readers.positions import position_of

_TAG = re.compile(
    r"<(?P<end>/)?(?P<name>[^\W\d][\w.:-]*+)"
    r"(?P<attributes>(?:\s++[^\s=<>\"'/]++\s*+=\s*+(?:\"[^\"<]*+\"|'[^'<]*+'))*+)"
    r"\s*+(?P<empty>/)?>"
)
_ATTRIBUTE = re.compile(r"([^\s=<>\"'/]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ENTITIES_DECLARED = re.compile(r"<!ENTITY\s+(?:%\s+)?[\w.:-]+\s+[\"']")
_SUBSET_SIGN = re.compile(r"[\"'\[\]>]|<!--")
# Articles are some twenty elements deep, and have some ten thousand of them.
DEEPEST = 100
MOST_ELEMENTS = 600_000


@dataclass(slots=True, eq=False)
class XmlElement:
    """An element from ``start`` to ``end`` of the file, its content between the tags.

    ``name`` is without its prefix. ``parts`` are the elements and the stretches of text within,
    in order; ``tag`` is the source of its attributes, which begins at ``tag_start``.
    """

    name: str
    tag: str
    tag_start: int
    start: int
    content: int
    parent: "XmlElement | None" = None
    end: int = 0
    parts: "list[XmlElement | Span]" = field(default_factory=list)

    def __iter__(self) -> "Iterator[XmlElement]":
        """The elements within, without the text."""
        return (part for part in self.parts if isinstance(part, XmlElement))

    def walk(self) -> "Iterator[XmlElement]":
        """This element and all below it, in the order of the file."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += reversed(list(element))

    def find(self, *path: str) -> "XmlElement | None":
        """The first element at the end of ``path``, of which each step is the name of a child."""
        return next(self.find_all(*path), None)

    def find_all(self, *path: str) -> "Iterator[XmlElement]":
        """The elements at the end of ``path``."""
        for child in self:
            if child.name == path[0]:
                if len(path) == 1:
                    yield child
                else:
                    yield from child.find_all(*path[1:])

    def is_in(self, *names: str) -> bool:
        """Whether it stands, at any depth, in an element with one of ``names``."""
        above = self.parent
        while above is not None:
            if above.name in names:
                return True
            above = above.parent
        return False

    @property
    def attributes(self) -> Mapping[str, str]:
        """The attributes by their names; those of XML and XLink keep their prefix."""
        return {
            match[1]: unescape(match[2] if match[2] is not None else match[3])
            for match in _ATTRIBUTE.finditer(self.tag)
        }

    def get(self, *names: str) -> str:
        """The value of the first of these attributes that is there, empty without any."""
        if not self.tag:
            return ""
        attributes = self.attributes
        return next((attributes[name].strip() for name in names if attributes.get(name)), "")

    def place_of(self, name: str) -> Span:
        """Where the value of an attribute stands in the file."""
        for match in _ATTRIBUTE.finditer(self.tag):
            if match[1] == name:
                group = 2 if match[2] is not None else 3
                return Span(self.tag_start + match.start(group), self.tag_start + match.end(group))
        return Span(self.start, self.start)


def parse_elements(text: str, path: str) -> XmlElement:
    """The root of an XML text.

    Raises:
        ReadError: The text is no well-formed XML, declares entities of its own, or is deeper or
            larger than any article. The message names the place and the way out.
    """
    return _Parser(text, path).root()


class _Parser:
    """The state of reading: where, and which elements are open."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.top = XmlElement("", "", 0, 0, 0)
        self.depth = self.count = 0

    def root(self) -> XmlElement:
        position, size = 0, len(self.text)
        while position < size:
            start = self.text.find("<", position)
            if start < 0:
                start = size
            if start > position and self.depth:
                self.top.parts.append(Span(position, start))
            position = self.markup(start) if start < size else size
        if self.depth:
            tag = Span(self.top.start, self.top.content)
            self.fail(self.top.start, f"{self.source(tag)} is never closed", "complete the file")
        root = next(iter(self.top), None)
        if root is None:
            self.fail(0, "there is no element in it", "check that it is the file meant")
        return root

    def markup(self, start: int) -> int:
        """Take what begins at ``start``; where it ends."""
        if self.text.startswith("<!--", start):
            return self.skip(start, "-->", "comment")
        if self.text.startswith("<?", start):
            return self.skip(start, "?>", "processing instruction")
        if self.text.startswith("<![CDATA[", start):
            end = self.skip(start, "]]>", "CDATA section")
            if self.depth and end - start > len("<![CDATA[]]>"):
                self.top.parts.append(Span(start + 9, end - 3))
            return end
        if self.text.startswith("<!", start):
            return self.doctype(start)
        match = _TAG.match(self.text, start)
        if match is None:
            self.fail(start, "this '<' begins no tag", "write &lt; or mend the tag")
        if match["end"]:
            self.close(match)
        else:
            self.open(match)
        return match.end()

    def open(self, match: re.Match[str]) -> None:
        self.count += 1
        if self.depth == DEEPEST:
            self.fail(match.start(), f"elements are nested more than {DEEPEST} deep", _NO_ARTICLE)
        if self.count > MOST_ELEMENTS:
            self.fail(match.start(), f"there are more than {MOST_ELEMENTS} elements", _SPLIT)
        name = match["name"].rpartition(":")[2]
        tag = match["attributes"]
        element = XmlElement(
            name, tag, match.start("attributes"), match.start(), match.end(), self.top, match.end()
        )
        self.top.parts.append(element)
        if not match["empty"]:
            self.top = element
            self.depth += 1

    def close(self, match: re.Match[str]) -> None:
        name = match["name"].rpartition(":")[2]
        if not self.depth or self.top.name != name:
            wanted = f"</{self.top.name}>" if self.depth else "no end tag"
            self.fail(
                match.start(), f"{match.group()} stands where {wanted} is due", "mend the tags"
            )
        self.top.end = match.end()
        assert self.top.parent is not None  # noqa: S101  # an open element has the file above it
        self.top = self.top.parent
        self.depth -= 1

    def skip(self, start: int, mark: str, what: str) -> int:
        end = self.text.find(mark, start)
        if end < 0:
            self.fail(start, f"the {what} that begins here never ends", f"close it with {mark}")
        return end + len(mark)

    def doctype(self, start: int) -> int:
        """Take a document type with its declarations; where it ends."""
        depth, position = 0, start + 2
        while match := _SUBSET_SIGN.search(self.text, position):
            sign, position = match.group(), match.end()
            if sign in {'"', "'"}:
                position = self.text.find(sign, position) + 1
            elif sign == "<!--":
                position = self.text.find("-->", position) + 1
            elif sign == ">" and depth <= 0:
                self.refuse_entities(start, position)
                return position
            else:
                depth += (sign == "[") - (sign == "]")
            if not position:
                break
        return self.fail(start, "the declaration that begins here never ends", "close it with >")

    def refuse_entities(self, start: int, end: int) -> None:
        """Fail if the declarations hold entities with a text of their own."""
        declared = _ENTITIES_DECLARED.search(self.text, start, end)
        if declared:
            what = "the file declares entities of its own, which are never expanded"
            self.fail(declared.start(), what, "run `xmllint --noent` on it if you trust it")

    def source(self, span: Span) -> str:
        return self.text[span.start : span.end][:80]

    def fail(self, at: int, what: str, remedy: str) -> NoReturn:
        place = position_of(self.text, at)
        where = f"{self.path}:{place.line}:{place.column}"
        raise ReadError(f"{where}: the XML cannot be read: {what}; {remedy}")


_NO_ARTICLE = "no article is; check what wrote the file"
_SPLIT = "split the file into articles"
