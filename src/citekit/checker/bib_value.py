"""What a field says, put together from the parts that it is written in."""

from collections.abc import Mapping
from typing import NamedTuple

from citekit.formats.bib_syntax.nodes import ABSENT, FieldNode, OperandKind
from citekit.formats.bib_syntax.values import operands_of

_DELIMITED = frozenset({OperandKind.BRACED, OperandKind.QUOTED})


class BibValue(NamedTuple):
    """A value in LaTeX without delimiters, its strings put in.

    ``start`` is where it stands in the file just so, ``ABSENT`` if it does not: it then consists
    of strings, or of several parts.
    """

    text: str
    start: int


def bib_value(text: str, node: FieldNode, strings: Mapping[str, str]) -> BibValue:
    """The value of a field or definition at ``node`` of the file that holds ``text``.

    ``strings`` are the values of strings by name in lower case; one that is not there stands for
    itself.
    """
    start, end = node.value_start, node.value_end
    written = text[start:end]
    if written[:1] == "{" and "#" not in written:
        return BibValue(written[1:].removesuffix("}"), start + 1)
    if written[:1] == '"' and "#" not in written:
        return BibValue(written[1:].removesuffix('"'), start + 1)
    if written.isascii() and written.isdigit():
        return BibValue(written, start)
    operands = operands_of(text, start, end)
    parts = [text[operand.content.start : operand.content.end] for operand in operands]
    if len(operands) == 1 and operands[0].kind in _DELIMITED:
        return BibValue(parts[0], operands[0].content.start)
    return BibValue(
        "".join(
            strings.get(part.lower(), part) if operand.kind is OperandKind.NAME else part
            for operand, part in zip(operands, parts, strict=True)
        ),
        ABSENT,
    )
