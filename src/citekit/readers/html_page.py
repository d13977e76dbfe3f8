"""What was found in a page of HTML: its blocks, links, anchors and what describes it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from citekit.model.document import BlockKind
from citekit.model.spans import Span, TracedText
from citekit.readers.html_elements import Element


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """A block as it was found; ``element`` is the innermost block element it stands in."""

    kind: BlockKind
    text: TracedText
    level: int
    element: Element | None


@dataclass(frozen=True, slots=True)
class LocalLink:
    """A link to a place of the same page: ``start`` to ``end`` in the text of a block."""

    target: str
    element: Element
    block: int
    start: int
    end: int
    is_raised: bool


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that can be linked to: it stands at ``position`` in a block or begins it.

    ``name`` begins with the name of its file, and a hash, where the page is one of several files.
    """

    name: str
    element: Element
    block: int
    position: int

    @property
    def fragment(self) -> str:
        """The name of the place within its file."""
        return self.name.rpartition("#")[2]


@dataclass(frozen=True, slots=True)
class PagePart:
    """A stretch of a text that is a file of XHTML, with the name that links give it."""

    name: str
    span: Span


@dataclass(slots=True)
class HtmlPage:
    """What was found in a page, in file order.

    ``facts`` are elements that may describe the page: ``meta``, ``time``, bylines and headings;
    ``scripts`` are the places of JSON-LD.
    """

    text: str
    blocks: list[HtmlBlock] = field(default_factory=list)
    links: list[LocalLink] = field(default_factory=list)
    anchors: dict[str, Anchor] = field(default_factory=dict)
    facts: list[Element] = field(default_factory=list)
    scripts: list[Span] = field(default_factory=list)
    language: str = ""
    _links_by_block: dict[int, list[LocalLink]] | None = None

    def links_of(self, block: int) -> Sequence[LocalLink]:
        """The local links in the block with that index."""
        if self._links_by_block is None:
            self._links_by_block = {}
            for link in self.links:
                self._links_by_block.setdefault(link.block, []).append(link)
        return self._links_by_block.get(block, ())
