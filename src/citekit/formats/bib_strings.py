"""The ``@string`` definitions that the ``.bib`` files of one command lend one another."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from citekit.formats.bib_blocks import RawFile, defined_strings, read_source
from citekit.formats.bib_syntax.nodes import EntryNode, FieldNode, OperandKind, StringNode
from citekit.formats.bib_syntax.source import BibSource
from citekit.formats.bib_syntax.values import operands_of


@dataclass(frozen=True, slots=True)
class LentString:
    """The value of a string that another file, by its number, defines."""

    value: str
    file: int


def lent_strings(sources: Sequence[BibSource]) -> tuple[Mapping[str, LentString], ...]:
    """For each file the strings, by name in lower case, that it lacks and others define.

    If others define one in several ways, the values decide which counts, not the order.
    """
    if len(sources) == 1:
        return ({},)
    own = [defined_strings(source, {}) for source in sources]
    if any(own):
        # What is defined by way of another file's string has its value only now.
        values = [_values(_lent(own, number)) for number in range(len(own))]
        own = [defined_strings(one, lent) for one, lent in zip(sources, values, strict=True)]
    return tuple(_lent(own, number) for number in range(len(own)))


def _lent(own: Sequence[Mapping[str, str]], home: int) -> Mapping[str, LentString]:
    lent: dict[str, LentString] = {}
    for number, strings in enumerate(own):
        for name, value in strings.items():
            if name not in own[home] and (name not in lent or value < lent[name].value):
                lent[name] = LentString(value, number)
    return lent


def _values(lent: Mapping[str, LentString]) -> Mapping[str, str]:
    return {name: string.value for name, string in lent.items()}


def read_raw_files(files: Sequence[tuple[BibSource, str]]) -> tuple[RawFile, ...]:
    """The entries of the files of one command, each parsed and with its path."""
    lent = lent_strings([source for source, _ in files])
    return tuple(
        read_source(source, path, _values(strings))
        for (source, path), strings in zip(files, lent, strict=True)
    )


def used_names(source: BibSource, node: EntryNode | StringNode) -> Iterator[str]:
    """The names, in lower case, of the strings that the values of a block use."""
    for field in node.fields:
        if source.text[field.value_start : field.value_start + 1] in {"{", '"'} and (
            "#" not in source.text[field.value_start : field.value_end]
        ):
            continue
        yield from _names(source, field)


def _names(source: BibSource, field: FieldNode) -> Iterator[str]:
    for operand in operands_of(source.text, field.value_start, field.value_end):
        if operand.kind is OperandKind.NAME:
            yield source.text[operand.content.start : operand.content.end].lower()
