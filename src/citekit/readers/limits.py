"""How much structure one file may have: past it, a file is noise and is no longer cut up."""

from dataclasses import dataclass

from citekit.model.diagnostic import Diagnostic, Severity
from citekit.model.document import Block, Document
from citekit.model.spans import Span, TracedText

# A paragraph longer than this holds no markup worth taking apart. The longest seen in real
# documents (law notes, converted tables) have some 40,000 characters.
MAX_PARAGRAPH = 400_000

# A piece costs about 150 bytes, a block about four times as much: this keeps the structure of a
# file under 300 MB. A book of 1,000 pages needs some 50,000.
MAX_PIECES = 1_200_000


@dataclass(slots=True)
class Budget:
    """Counts the pieces of a document as they are made."""

    left: int = MAX_PIECES

    def take(self, block: Block) -> Block:
        """``block``, its cost counted."""
        self.left -= cost(block.text)
        return block

    @property
    def spent(self) -> bool:
        """Whether no more structure is to be made."""
        return self.left <= 0


def cost(text: TracedText) -> int:
    """The number of pieces that a block or note of ``text`` counts for."""
    return 4 + len(text.segments) + len(text.runs)


def is_overfull(document: Document) -> bool:
    """Whether ``document`` was too large to be cut up to its end."""
    texts = [block.text for block in document.blocks] + [note.text for note in document.notes]
    return sum(map(cost, texts)) >= MAX_PIECES


def overfull(path: str, span: Span | None = None) -> Diagnostic:
    """The finding that the document at ``path`` was not taken apart to its end, but to ``span``."""
    return Diagnostic(
        "READ005",
        Severity.WARNING,
        "the file has more structure than any document; its end was not taken apart",
        "Split the file into documents.",
        path,
        span,
    )
