"""Long values broken over lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from citekit.formats.bib_tidy.drafts import DraftEntry, DraftField
from citekit.formats.bib_tidy.options import TidyOptions
from citekit.formats.bib_tidy.tables import fields_called

_TAB = 4
_SIGN = " = "
# Beside values of several lines and parts, those with what begins a comment in LaTeX.
_KEPT = re.compile(r"[\r\n#%]")
_BLANKS = re.compile(r"[ \t]+")


def wrap_values(entry: DraftEntry, options: TidyOptions, line_end: str) -> DraftEntry:
    """The entry with values broken at blanks, so that no line passes ``options.wrap`` letters.

    A word that is longer stays whole. Values that stand on several lines already, that a
    program reads, or that have ``#`` or ``%`` in them stay as they are.
    """
    width = options.align
    if width is None:
        width = max((len(field.name) for field in entry.fields), default=0)
    kept = fields_called("lines_kept") | fields_called("verbatim")

    def wrapped(field: DraftField) -> DraftField:
        value = field.value
        is_prose = value[:1] in {"{", '"'} and field.name.lower() not in kept
        if not is_prose or _KEPT.search(value):
            return field
        lead = len(options.indent.expandtabs(_TAB)) + max(width, len(field.name)) + len(_SIGN)
        if lead + len(value) < options.wrap:
            return field
        value = value[0] + _BLANKS.sub(" ", value[1:-1]).strip(" ") + value[-1]
        lines = _lines(value.split(" "), lead, options)
        return replace(field, value=line_end.join(lines))

    return replace(entry, fields=tuple(map(wrapped, entry.fields)))


def _lines(words: Sequence[str], lead: int, options: TidyOptions) -> Iterator[str]:
    """The words on lines, of which the first begins after ``lead`` letters."""
    indent = options.indent * 2
    line = words[0]
    length = lead + len(line)
    for word in words[1:]:
        # The comma behind the value needs room, too.
        if length + 1 + len(word) < options.wrap:
            line += f" {word}"
            length += 1 + len(word)
        else:
            yield line
            line = indent + word
            length = len(indent.expandtabs(_TAB)) + len(word)
    yield line
