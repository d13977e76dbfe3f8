"""A ``.bib`` file laid out anew."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from citekit.formats.bib_syntax.nodes import Block, BrokenNode, CommentNode, EntryNode, TextNode
from citekit.formats.bib_syntax.parser import parse_bib
from citekit.formats.bib_syntax.source import BibSource
from citekit.formats.bib_tidy.author_lists import cut_names
from citekit.formats.bib_tidy.comments import without_text
from citekit.formats.bib_tidy.drafts import DraftEntry, draft_of
from citekit.formats.bib_tidy.enclosing_braces import enclose
from citekit.formats.bib_tidy.field_order import order_fields
from citekit.formats.bib_tidy.gaps import space_out
from citekit.formats.bib_tidy.layout import lay_out
from citekit.formats.bib_tidy.options import TidyOptions
from citekit.formats.bib_tidy.pieces import Piece, PieceKind
from citekit.formats.bib_tidy.sorting import sort_entries
from citekit.formats.bib_tidy.transforms import Transform, chosen_transforms
from citekit.formats.bib_tidy.wrapping import wrap_values


class _Tidying:
    """A file and what is wanted of it."""

    def __init__(self, source: BibSource, options: TidyOptions) -> None:
        self._text = source.text
        self._blocks = source.blocks
        self._options = options
        self._transforms: Sequence[Transform] = chosen_transforms(options)
        self._faults = [fault.start for fault in source.faults]
        self._drops_comments = "comments" in options.chosen - options.left_out
        self.line_end = _line_end(source.text)

    def pieces(self) -> list[Piece]:
        pieces = [self._piece(block) for block in self._blocks]
        return list(without_text(pieces, self.line_end)) if self._drops_comments else pieces

    def _piece(self, block: Block) -> Piece:
        text = self._text[block.start : block.end]
        if isinstance(block, TextNode) or (self._drops_comments and isinstance(block, CommentNode)):
            return Piece(PieceKind.TEXT, text)
        if isinstance(block, BrokenNode) or self._has_fault(block):
            return Piece(PieceKind.LEFT, text)
        if not isinstance(block, EntryNode):
            return Piece(PieceKind.OTHER, text)
        draft = draft_of(self._text, block)
        return Piece(PieceKind.LEFT, text) if draft is None else self._written(draft, text)

    def _has_fault(self, block: Block) -> bool:
        place = bisect_left(self._faults, block.start)
        return place < len(self._faults) and self._faults[place] <= block.end

    def _written(self, draft: DraftEntry, text: str) -> Piece:
        """The entry laid out anew; as it was if it would not read as the same."""
        for transform in self._transforms:
            draft = transform.apply(draft)
        draft = self._asked(draft)
        written = lay_out(draft, self._options, self.line_end)
        if not _says(written, draft):
            return Piece(PieceKind.LEFT, text)
        return Piece(PieceKind.ENTRY, written, draft)

    def _asked(self, draft: DraftEntry) -> DraftEntry:
        """The entry with the changes that are made to what the options name."""
        options = self._options
        if options.remove:
            removed = {name.lower() for name in options.remove}
            kept = tuple(field for field in draft.fields if field.name.lower() not in removed)
            draft = replace(draft, fields=kept)
        if options.enclose:
            draft = enclose(draft, {name.lower() for name in options.enclose})
        if options.most_names:
            draft = cut_names(draft, options.most_names)
        if options.order:
            draft = order_fields(draft, options.order)
        return wrap_values(draft, options, self.line_end) if options.wrap else draft


def _line_end(text: str) -> str:
    r"""The line end of the file: ``\r\n`` if it has no other, so that all new lines agree."""
    count = text.count("\r\n")
    return "\r\n" if count and text.count("\n") == count else "\n"


def _says(text: str, entry: DraftEntry) -> bool:
    """Whether ``text`` is read as that entry, and without a fault."""
    source = parse_bib(text)
    block = source.blocks[0] if len(source.blocks) == 1 else None
    if source.faults or not isinstance(block, EntryNode):
        return False
    return draft_of(text, block) == entry


def tidy_source(source: BibSource, options: TidyOptions) -> str:
    """The text of the file, laid out and changed as ``options`` say.

    Sound entries are written anew. All else stays byte for byte and in its place: text, strings,
    preambles, ``@comment``, entries with a fault in them or with comments where none can be put,
    and the blanks beside such entries. To tidy the result changes nothing. Takes time linear in
    the text, but for sorting.

    Raises:
        ConfigError: The options name a transform that there is not, or an empty key.
    """
    tidying = _Tidying(source, options)
    pieces = tidying.pieces()
    if options.sort:
        pieces = sort_entries(pieces, options.sort)
    if all(piece.kind in {PieceKind.TEXT, PieceKind.LEFT} for piece in pieces):
        return source.text
    return "".join(space_out(pieces, tidying.line_end))
