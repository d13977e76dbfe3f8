"""The ``@string`` definitions of several ``.bib`` files brought into one file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from citekit.formats.bib_syntax.nodes import (
    Block,
    BrokenNode,
    CommentNode,
    EntryNode,
    FieldNode,
    OperandKind,
    PreambleNode,
    StringNode,
    TextNode,
)
from citekit.formats.bib_syntax.source import BibSource
from citekit.formats.bib_syntax.values import operands_of
from citekit.model.edits import Edit

_SAID_ONCE = (StringNode, PreambleNode, CommentNode, BrokenNode, TextNode)


@dataclass(frozen=True, slots=True)
class NewString:
    """A string that has another name in the merged file; ``start`` is that of its definition."""

    old: str
    new: str
    start: int


def definitions(source: BibSource) -> dict[str, str]:
    """The values of the strings of a file as they are written, by name in lower case."""
    return {
        field.name.lower(): source.text[field.value_start : field.value_end]
        for block in source.blocks
        if isinstance(block, StringNode)
        for field in block.fields
    }


def renamed_strings(source: BibSource, known: Mapping[str, str]) -> tuple[NewString, ...]:
    """New names for those strings that earlier files, ``known``, define in another way."""
    taken = {*known, *definitions(source)}
    changed: dict[str, NewString] = {}
    for block in source.blocks:
        if not isinstance(block, StringNode):
            continue
        for field in block.fields:
            name = field.name.lower()
            value = source.text[field.value_start : field.value_end]
            if name in changed or known.get(name, value) == value:
                continue
            number = 2
            while f"{name}-{number}" in taken:
                number += 1
            taken.add(f"{name}-{number}")
            changed[name] = NewString(field.name, f"{field.name}-{number}", field.start)
    return tuple(changed.values())


def renaming_edits(source: BibSource, names: Mapping[str, str]) -> Iterator[Edit]:
    """The edits that give strings other names, ``names``, where they are defined and used."""
    if not names:
        return
    for block in source.blocks:
        if isinstance(block, StringNode):
            for field in block.fields:
                if field.name.lower() in names:
                    new = names[field.name.lower()]
                    yield Edit(field.start, field.start + len(field.name), new)
        if isinstance(block, StringNode | EntryNode):
            for field in block.fields:
                yield from value_edits(source.text, field, names)


def value_edits(text: str, field: FieldNode, names: Mapping[str, str]) -> Iterator[Edit]:
    """The edits of the value of one field that give strings other names."""
    for operand in operands_of(text, field.value_start, field.value_end):
        name = text[operand.start : operand.end].lower()
        if operand.kind is OperandKind.NAME and name in names:
            yield Edit(operand.start, operand.end, names[name])


def _is_no_record(block: Block) -> bool:
    return isinstance(block, EntryNode) and (block.is_broken or is_container(block))


def is_container(entry: EntryNode) -> bool:
    """Whether other entries take their data from this one, which is no reference itself."""
    return entry.type.lower() == "xdata"


def said_before(source: BibSource, said: set[str]) -> Iterator[Block]:
    """The blocks beside records that say, sign by sign, what an earlier file says.

    What is new is added to ``said``. Definitions, comments, texts, data containers and broken
    entries are looked at; blanks are none.
    """
    new = set()
    for block in source.blocks:
        if isinstance(block, _SAID_ONCE) or _is_no_record(block):
            text = source.text[block.start : block.end].strip()
            if text in said and text:
                yield block
            new.add(text)
    said |= new
