"""Several changes within one value, made together."""

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from re import Match

from citekit.checker.bib_field import Field
from citekit.checker.finding import Fix, Problem


@dataclass(frozen=True, slots=True)
class Change:
    """``text`` in the place of ``start`` to ``end`` of a value."""

    start: int
    end: int
    text: str


def changed(value: str, changes: Iterable[Change]) -> str:
    """``value`` with ``changes``, which are in order."""
    pieces: list[str] = []
    place = 0
    for one in changes:
        pieces += [value[place : one.start], one.text]
        place = one.end
    return "".join(pieces) + value[place:]


def together(
    field: Field, title: str, changes: Iterable[Change], *, is_safe: bool = True
) -> Fix | None:
    """The fix that makes all ``changes`` of the value; ``None`` if that is not literal."""
    edits = tuple(field.edit(one.start, one.end, one.text) for one in changes)
    return Fix(title, edits, is_safe) if edits and field.is_literal else None


def word_at(value: str, start: int, end: int) -> str:
    """``start`` to ``end`` of ``value`` with what stands beside it up to the next blank."""
    while start and not value[start - 1].isspace():
        start -= 1
    while end < len(value) and not value[end].isspace():
        end += 1
    return value[start:end]


def first_of(
    field: Field,
    found: Iterable[Match[str]],
    write: Callable[[Match[str]], str],
    message: Callable[[str, str], str],
    *,
    is_safe: bool = True,
    hint: str = "",
) -> Iterable[Problem]:
    """A problem at the first of ``found``, with a fix of them all; none if nothing is found.

    ``write`` says what to put in the place of one, ``message`` what is wrong, from what stands
    there and what is to stand. ``hint`` is said in place of what the fix does.
    """
    changes = [Change(*one.span(), write(one)) for one in found]
    changes = [one for one in changes if field.value[one.start : one.end] != one.text]
    if not changes:
        return
    one = changes[0]
    old = field.value[one.start : one.end]
    more = f" ({len(changes)} times)" if len(changes) > 1 else ""
    title = _title_of(" ".join(old.split()), one.text)
    yield field.problem(
        message(" ".join(old.split()) or old, one.text) + more,
        start=one.start,
        end=one.end,
        hint=hint or f"{title}.",
        fix=together(field, title, changes, is_safe=is_safe),
    )


def _title_of(old: str, text: str) -> str:
    if not text:
        return "Remove it"
    if not text.strip():
        return "Write a blank"
    return f"Write '{text}' for {shown(old)}" if old else f"Write '{text}'"


def shown(text: str) -> str:
    """``text`` in quotation marks; its signs by number where a reader could not see them."""
    if text.isprintable() and text == unicodedata.normalize("NFC", text):
        return f"'{text}'"
    return " ".join(
        f"'{sign}'"
        if sign.isprintable() and not unicodedata.combining(sign)
        else f"U+{ord(sign):04X}"
        for sign in text
    )
