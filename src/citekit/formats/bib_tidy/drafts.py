"""An entry taken out of its file, to be changed and written anew."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from citekit.formats.bib_syntax.nodes import ABSENT, EntryNode, FieldNode
from citekit.model.spans import Span

_LINE_END = re.compile(r"[\r\n]")


@dataclass(frozen=True, slots=True)
class DraftField:
    """A field: its value as it stands in the file, with delimiters.

    ``above`` are the comments on the lines before it, ``beside`` the one at the end of its line.
    """

    name: str
    value: str
    above: tuple[str, ...] = ()
    beside: str = ""

    @property
    def has_comment(self) -> bool:
        """Whether a comment belongs to the field."""
        return bool(self.above or self.beside)


@dataclass(frozen=True, slots=True)
class DraftEntry:
    """An entry; ``delimiters`` are ``{}`` or ``()``, ``tail`` the comments after the last field."""

    type: str
    key: str
    delimiters: str
    fields: tuple[DraftField, ...]
    tail: tuple[str, ...] = ()


EntryTransform = Callable[[DraftEntry], DraftEntry]
FieldTransform = Callable[[DraftField], DraftField]


def draft_of(text: str, entry: EntryNode) -> DraftEntry | None:
    """The entry as a draft; ``text`` is that of its file, and no fault may lie in the entry.

    None if a comment stands in the head of the entry or in the midst of a field, where the new
    layout would have no place for it.
    """
    if entry.is_broken or entry.closing == ABSENT or not entry.key:
        return None
    fields = [
        DraftField(field.name, text[field.value_start : field.value_end]) for field in entry.fields
    ]
    tail: tuple[str, ...] = ()
    if entry.comments:
        placed = _with_comments(text, entry, fields)
        if placed is None:
            return None
        fields, tail = placed
    delimiters = text[entry.opening] + text[entry.closing]
    return DraftEntry(entry.type, entry.key, delimiters, tuple(fields), tail)


def _with_comments(
    text: str, entry: EntryNode, fields: list[DraftField]
) -> tuple[list[DraftField], tuple[str, ...]] | None:
    """The fields with their comments, and those after the last; none if one has no place."""
    head_end = max(entry.key_comma + 1, entry.key_span.end)
    waiting: list[str] = []
    fields = fields.copy()
    number, place = 0, head_end
    for comment in entry.comments:
        while number < len(fields) and entry.fields[number].start < comment.start:
            fields[number] = replace(fields[number], above=tuple(waiting))
            waiting.clear()
            place = entry.fields[number].end
            number += 1
        if number and _is_inside_value(entry.fields[number - 1], comment):
            continue
        if comment.start < place:
            return None
        words = text[comment.start : comment.end]
        if _LINE_END.search(text, place, comment.start):
            waiting.append(words)
        elif number and not waiting and not fields[number - 1].beside:
            fields[number - 1] = replace(fields[number - 1], beside=words)
        else:
            return None
        place = comment.end
    if number < len(fields):
        fields[number] = replace(fields[number], above=tuple(waiting))
        waiting.clear()
    return fields, tuple(waiting)


def _is_inside_value(field: FieldNode, comment: Span) -> bool:
    """Whether the comment stands between the operands of a value, and so is part of it."""
    return field.value_start < comment.start < field.value_end
