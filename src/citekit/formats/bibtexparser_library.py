"""Libraries of bibtexparser out of our own nodes, and their changes back.

So its middlewares serve on files that must not be laid out anew.
"""

from collections import Counter
from collections.abc import Iterator

from bibtexparser.library import Library
from bibtexparser.model import (
    Block,
    DuplicateFieldKeyBlock,
    Entry,
    ExplicitComment,
    Field,
    ImplicitComment,
    ParsingFailedBlock,
    Preamble,
    String,
)
from bibtexparser.writer import write

from citekit.formats.bib_syntax.changes import (
    add_field,
    remove_entry,
    remove_field,
    rename_key,
    replace_value,
)
from citekit.formats.bib_syntax.nodes import Block as Node
from citekit.formats.bib_syntax.nodes import (
    BrokenNode,
    CommentNode,
    EntryNode,
    FieldNode,
    PreambleNode,
    StringNode,
    TextNode,
)
from citekit.formats.bib_syntax.source import BibSource
from citekit.model.edits import Edit

_ORIGIN = "citekit.block"


def _fields(source: BibSource, fields: tuple[FieldNode, ...]) -> list[Field]:
    return [
        Field(
            field.name,
            source.text[field.value_start : field.value_end],
            source.place(field.start).line - 1,
        )
        for field in fields
    ]


def _blocks_of(source: BibSource, node: Node) -> Iterator[Block]:
    raw = source.text[node.start : node.end]
    line = source.place(node.start).line - 1
    match node:
        case EntryNode(is_broken=False):
            fields = _fields(source, node.fields)
            entry = Entry(node.type.lower(), node.key, fields, line, raw)
            counts = Counter(field.key for field in fields)
            twice = {name for name, count in counts.items() if count > 1}
            yield DuplicateFieldKeyBlock(twice, entry) if twice else entry
        case StringNode(is_broken=False):
            for field in _fields(source, node.fields):
                yield String(field.key, field.value, line, raw)
        case PreambleNode(is_broken=False):
            yield Preamble(source.text[node.value_start : node.value_end], line, raw)
        case CommentNode():
            yield ExplicitComment(source.text[node.body_start : node.body_end], line, raw)
        case TextNode():
            if raw.strip():
                above = source.text[node.start : node.start + len(raw) - len(raw.lstrip())]
                line = source.place(node.start + len(above)).line - 1
                yield ImplicitComment(raw.strip(), line, raw.strip())
        case EntryNode() | StringNode() | PreambleNode() | BrokenNode():
            yield ParsingFailedBlock(ValueError("the block is never closed"), line, raw)


def _innermost(block: Block) -> Block:
    """The block inside those that say it is repeated."""
    while isinstance(block, ParsingFailedBlock) and block.ignore_error_block is not None:
        block = block.ignore_error_block
    return block


def library_of(source: BibSource) -> Library:
    """The blocks of ``source`` as ``bibtexparser.parse_string(text, parse_stack=[])`` has them.

    Values keep their delimiters, so that middlewares for reading can follow. Each block knows
    what it was made from by its ``parser_metadata``, which ``edits_of`` goes by.
    """
    library = Library()
    for index, node in enumerate(source.blocks):
        for block in _blocks_of(source, node):
            _innermost(block).set_parser_metadata(_ORIGIN, index)
            library.add([block], fail_on_duplicate_key=False)
    return library


def edits_of(source: BibSource, library: Library) -> tuple[Edit, ...]:
    """The edits to the text of ``source`` that make it say what ``library`` says.

    The library is one of ``library_of`` that was changed, its values with delimiters again.
    Fields that changed are replaced, missing entries and fields removed, new ones written, all
    else stays to the letter; so does the order of the blocks. New blocks come at the end, as
    bibtexparser writes them. What it could not read stays.

    Raises:
        ConfigError: a value or a key would break the file.
    """
    edits: list[Edit] = []
    kept: set[int] = set()
    for block in library.blocks:
        inner = _innermost(block)
        index = inner.get_parser_metadata(_ORIGIN)
        if not isinstance(index, int):
            end = len(source.text)
            edits.append(Edit(end, end, "\n" + write(Library([inner]))))
            continue
        kept.add(index)
        node = source.blocks[index]
        if isinstance(node, EntryNode) and isinstance(inner, Entry):
            edits += _changes(source, node, inner)
    edits += [
        remove_entry(source, node)
        for index, node in enumerate(source.blocks)
        if isinstance(node, EntryNode) and index not in kept
    ]
    return tuple(edits)


def _changes(source: BibSource, node: EntryNode, entry: Entry) -> Iterator[Edit]:
    if entry.entry_type != node.type.lower():
        yield Edit(node.type_start, node.type_span.end, str(entry.entry_type))
    if entry.key != node.key:
        yield rename_key(node, str(entry.key))
    left = list(node.fields)
    for field in entry.fields:
        name, value = str(field.key), str(field.value)
        old = next((old for old in left if old.name.lower() == name.lower()), None)
        if old is None:
            yield from add_field(source, node, name, value)
            continue
        left.remove(old)
        if source.text[old.value_start : old.value_end] != value:
            yield replace_value(old, value)
    for old in left:
        yield from remove_field(source, node, old)
