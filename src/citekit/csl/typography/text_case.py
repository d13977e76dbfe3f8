"""The attribute ``text-case`` (CSL 1.0.2, "Text-case")."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from citekit.csl.nodes import Format
from citekit.csl.tree import Node, Output, Tag
from citekit.csl.typography.capitals import (
    BOUNDARY,
    PROTECTED,
    all_capitals,
    first_capital,
    first_word_end,
    map_words,
    title_capitals,
)
from citekit.csl.typography.inline import SMALL_CAPS, SUBSCRIPT, SUPERSCRIPT
from citekit.csl.typography.letter_case import capitalize, is_english, to_lower, to_upper

_KEPT_TAGS = frozenset({Tag.NO_CASE, Tag.LITERAL})
_KEPT_FORMATS = (SMALL_CAPS, SUPERSCRIPT, SUBSCRIPT)
_CAPITALS: Mapping[str, Callable[[str], tuple[int, ...]]] = {
    "capitalize-first": first_capital,
    "capitalize-all": all_capitals,
    "title": title_capitals,
    "sentence": first_capital,
}


def _is_kept(node: Node) -> bool:
    """Whether text-case leaves a node alone: it says so, or its inline markup does."""
    return node.tag in _KEPT_TAGS or any(node.format is kept for kept in _KEPT_FORMATS)


def _is_quoted(format_: Format | None) -> bool:
    return format_ is not None and format_.quotes


def _raise_text(text: str, places: Iterable[int], language: str) -> str:
    """``text`` with capitals at ``places``, which ascend."""
    pieces: list[str] = []
    done = 0
    for place in places:
        pieces += (text[done:place], capitalize(text[place], language))
        done = place + 1
    return "".join([*pieces, text[done:]])


class _Reading:
    """The text of a tree, with stand-ins for what is kept and for quotation marks."""

    __slots__ = ("pieces",)

    def __init__(self) -> None:
        """Start empty."""
        self.pieces: list[str] = []

    def read(self, output: Output, *, is_kept: bool = False) -> None:
        """Add the text of ``output``."""
        if isinstance(output, str):
            self.pieces.append(PROTECTED * len(output) if is_kept and output.strip() else output)
            return
        is_kept = is_kept or _is_kept(output)
        mark = BOUNDARY if _is_quoted(output.format) else ""
        self.pieces.append(output.prefix + mark)
        is_first = True
        for child in output.children:
            if child:
                if not is_first:
                    self.pieces.append(output.delimiter)
                is_first = False
                self.read(child, is_kept=is_kept)
        self.pieces.append(mark + output.suffix)


class _Raising:
    """Writes a tree anew, with capitals at places and small letters from one place on."""

    __slots__ = ("language", "lowered_from", "places", "position")

    def __init__(self, places: Iterable[int], lowered_from: int | None, language: str) -> None:
        """Count places as ``_Reading`` does."""
        self.places = sorted(places, reverse=True)
        self.lowered_from = lowered_from
        self.language = language
        self.position = 0

    def write(self, output: Output, *, is_kept: bool = False) -> Output:
        """The same tree in another case."""
        if isinstance(output, str):
            return self._pass(output) if is_kept else self._write_text(output)
        is_kept = is_kept or _is_kept(output)
        mark = 1 if _is_quoted(output.format) else 0
        prefix = self._write_text(output.prefix)
        self.position += mark
        children: list[Output] = []
        for child in output.children:
            if child:
                if children:
                    self._pass(output.delimiter)
                children.append(self.write(child, is_kept=is_kept))
        self.position += mark
        written = output.with_children(children)
        written.prefix = prefix
        written.suffix = self._write_text(output.suffix)
        return written

    def _lower(self, text: str) -> str:
        return to_lower(text, self.language)

    def _pass(self, text: str) -> str:
        self.position += len(text)
        return text

    def _write_text(self, text: str) -> str:
        start, self.position = self.position, self.position + len(text)
        places: list[int] = []
        while self.places and self.places[-1] < self.position:
            place = self.places.pop()
            if place >= start:
                places.append(place - start)
        if places:
            text = _raise_text(text, places, self.language)
        if self.lowered_from is None:
            return text
        kept = max(0, self.lowered_from - start)
        return text[:kept] + map_words(text[kept:], self._lower)


def _map_text(output: Output, change: Callable[[str], str]) -> Output:
    """``output`` with all its text changed that may be."""
    if isinstance(output, str):
        return map_words(output, change)
    if _is_kept(output):
        return output
    mapped = output.with_children([_map_text(child, change) for child in output.children])
    mapped.prefix = change(output.prefix)
    mapped.delimiter = change(output.delimiter)
    mapped.suffix = change(output.suffix)
    return mapped


def apply_text_case(output: Output, text_case: str, language: str) -> Output:
    """``output`` in ``lowercase``, ``uppercase``, ``title`` and so on.

    ``language`` is the tag of the text's language: only English has title case; Turkish and
    Greek have letters of their own. Text in ``nocase``, small capitals, superscript or subscript
    by inline markup stays as it is, and so does everything for a ``text_case`` that CSL does not
    know.

    >>> apply_text_case("the art of war", "title", "en")
    'The Art of War'
    """
    if not output:
        return ""
    if text_case == "lowercase":
        return _map_text(output, lambda text: to_lower(text, language))
    if text_case == "uppercase":
        return _map_text(output, lambda text: to_upper(text, language))
    find = _CAPITALS.get(text_case)
    if find is None or (text_case == "title" and not is_english(language)):
        return output
    if isinstance(output, str) and text_case != "sentence":
        return _raise_text(output, find(output), language)
    reading = _Reading()
    reading.read(output)
    text = "".join(reading.pieces)
    lowered_from = first_word_end(text) if text_case == "sentence" else None
    return _Raising(find(text), lowered_from, language).write(output)
