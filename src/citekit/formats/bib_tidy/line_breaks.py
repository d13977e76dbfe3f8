"""Values on one line."""

import re
from dataclasses import replace

from citekit.formats.bib_syntax.nodes import OperandKind
from citekit.formats.bib_syntax.values import operands_of
from citekit.formats.bib_tidy.drafts import DraftField
from citekit.formats.bib_tidy.tables import fields_called

_BREAK = re.compile(r"[ \t]*+(?:\r\n|\r|\n)[ \t]*+")
_KEPT = re.compile(r"(?:\r\n|\r|\n)[ \t]*+[\r\n]|(?<!\\)%")


def join_lines(field: DraftField) -> DraftField:
    """A value that is broken over lines on one line, a blank for each break, none at its edges.

    BibTeX reads both alike. Paragraphs, ``%``, values put together with ``#`` and the fields of
    the table stay as they are.
    """
    value = field.value
    if "\n" not in value and "\r" not in value:
        return field
    if field.name.lower() in fields_called("lines_kept") or _KEPT.search(value):
        return field
    parts = operands_of(value, 0, len(value))
    if len(parts) != 1 or parts[0].kind not in {OperandKind.BRACED, OperandKind.QUOTED}:
        return field
    content = _BREAK.sub(" ", value[1:-1]).strip(" \t")
    return replace(field, value=value[0] + content + value[-1])
