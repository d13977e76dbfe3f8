"""What stands between the delimiters of a value."""

from collections.abc import Callable

from citekit.formats.bib_syntax.nodes import OperandKind
from citekit.formats.bib_syntax.values import operands_of

_DELIMITED = {OperandKind.BRACED, OperandKind.QUOTED}


def change_contents(value: str, change: Callable[[str], str]) -> str:
    """The value with ``change`` made to each text in braces or quotes, macros as they are."""
    pieces: list[str] = []
    place = 0
    for part in operands_of(value, 0, len(value)):
        if part.kind in _DELIMITED and part.is_closed:
            start, end = part.content.start, part.content.end
            pieces += [value[place:start], change(value[start:end])]
            place = end
    return "".join(pieces) + value[place:]
