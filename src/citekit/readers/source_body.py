"""The blocks, notes and citations of a document in a markup language, as they are found."""

from dataclasses import dataclass, field

from citekit.model.document import Block, BlockKind, Document, DocumentFormat, Note
from citekit.model.live_citation import LiveCitation
from citekit.model.reference import Reference
from citekit.model.spans import TracedText
from citekit.readers.decoding import Decoded
from citekit.readers.limits import Budget
from citekit.readers.source_paragraph import SourceParagraph
from citekit.readers.tracing import verbatim


@dataclass(slots=True)
class SourceBody:
    """What was read of ``text`` so far, in the order of the file."""

    text: str
    blocks: list[Block] = field(default_factory=list)
    live: list[LiveCitation] = field(default_factory=list)
    budget: Budget = field(default_factory=Budget)

    def add(self, kind: BlockKind, text: TracedText, level: int = 0, indent: int = 0) -> None:
        """Add a block, unless it is empty."""
        if text.text:
            self.blocks.append(self.budget.take(Block(kind, text, level, indent)))

    def add_paragraph(
        self, kind: BlockKind, paragraph: SourceParagraph, level: int = 0, indent: int = 0
    ) -> None:
        """Add a paragraph with its citations as a block, unless it is empty."""
        self.live += paragraph.live
        self.add(kind, paragraph.build(), level, indent)

    def add_entry(self, text: TracedText, live: LiveCitation) -> None:
        """Add an entry of the bibliography; ``live`` holds its key and has its text."""
        if text.text:
            self.live.append(live)
            self.blocks.append(
                self.budget.take(Block(BlockKind.PARAGRAPH, text, listed=True)),
            )

    def add_rest(self, start: int) -> None:
        """Add all from ``start`` on as it stands."""
        while start < len(self.text) and self.text[start].isspace():
            start += 1
        if start < len(self.text):
            self.blocks.append(
                Block(BlockKind.PARAGRAPH, verbatim(self.text, start, len(self.text)))
            )

    def document(
        self,
        decoded: Decoded,
        path: str,
        kind: DocumentFormat,
        notes: tuple[Note, ...],
        metadata: Reference,
    ) -> Document:
        """The document, its citations in the order of the text."""
        return Document(
            path,
            self.text,
            kind,
            decoded.encoding,
            tuple(self.blocks),
            notes,
            metadata,
            live_citations=tuple(sorted(self.live, key=lambda live: live.text.start)),
        )
