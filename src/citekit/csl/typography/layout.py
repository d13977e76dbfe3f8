"""From a tree to runs of text: flip-flop, quotation marks, punctuation."""

from __future__ import annotations

from citekit.csl.locale import Locale
from citekit.csl.nodes import Format
from citekit.csl.tree import Node, Output, Tag
from citekit.csl.typography.fonts import PLAIN_FONTS, Fonts, change_fonts
from citekit.csl.typography.joining import Line, Marks
from citekit.csl.typography.quotation import QuotationMarks, quotation_terms
from citekit.csl.typography.runs import Mark, Run

_NO_QUOTES = 0
_OUTER = 1
_INNER = 2


class _Place:
    """What surrounds a node: the marks set, the fonts in force, the level of quotation."""

    __slots__ = ("fonts", "is_inline", "marks", "quotes")

    def __init__(self, marks: Marks, fonts: Fonts, quotes: int, *, is_inline: bool) -> None:
        """``is_inline`` tells that the place is within the value of a field."""
        self.marks = marks
        self.fonts = fonts
        self.quotes = quotes
        self.is_inline = is_inline


class _Layout:
    """One tree on its way into a line."""

    __slots__ = ("line", "terms")

    def __init__(self, locale: Locale) -> None:
        """Take the quotation marks and the habit of punctuation from ``locale``."""
        self.terms = quotation_terms(locale)
        self.line = Line(moves_into_quotes=locale.has_punctuation_in_quote)

    def lay(self, node: Node, place: _Place) -> None:
        """Add ``node`` with its affixes."""
        line = self.line
        format_ = node.format
        display = format_.display if format_ is not None else ""
        if display:
            marks = (*place.marks, Mark((("display", display),)))
            place = _Place(marks, place.fonts, place.quotes, is_inline=place.is_inline)
            line.stop()
        if node.prefix:
            line.add(node.prefix, place.marks)
        tag = node.tag
        if tag is Tag.LITERAL:
            line.add_literal("".join([c for c in node.children if isinstance(c, str)]), place.marks)
        elif tag is Tag.FIELD:
            self._lay_field(node, place)
        elif tag is Tag.LINK:
            link = Mark((("link", str(node.data)),))
            marks = (*place.marks, link)
            inner = _Place(marks, place.fonts, place.quotes, is_inline=place.is_inline)
            self._lay_formatted(node, format_, inner)
        elif format_ is not None:
            self._lay_formatted(node, format_, place)
        else:
            self._lay_children(node, place)
        if node.suffix:
            line.add(node.suffix, place.marks)
        if display:
            line.stop()

    def _lay_children(self, node: Node, place: _Place) -> None:
        line = self.line
        delimiter = node.delimiter
        marks = place.marks
        is_first = True
        for child in node.children:
            if not child:
                continue
            if is_first:
                is_first = False
            elif delimiter:
                line.add(delimiter, marks)
            if isinstance(child, str):
                line.add(child, marks)
            else:
                self.lay(child, place)

    def _lay_field(self, node: Node, place: _Place) -> None:
        """Add the value of a field: only its ends meet what stands around it."""
        if place.is_inline:
            self._lay_children(node, place)
            return
        inner = _Place(place.marks, place.fonts, place.quotes, is_inline=True)
        self.line.begin_field()
        self._lay_children(node, inner)
        self.line.end_field()

    def _lay_formatted(self, node: Node, format_: Format | None, place: _Place) -> None:
        """Add the content in its fonts, and in quotation marks around those."""
        if format_ is None:
            self._lay_children(node, place)
            return
        changed = change_fonts(format_, place.fonts, is_inline=place.is_inline)
        marks = (*place.marks, Mark(changed.changes)) if changed.changes else place.marks
        inner = _Place(marks, changed.fonts, place.quotes, is_inline=place.is_inline)
        if format_.quotes:
            self._lay_quoted(node, place, inner)
        else:
            self._lay_children(node, inner)

    def _lay_quoted(self, node: Node, place: _Place, inner: _Place) -> None:
        written = node.data if isinstance(node.data, QuotationMarks) else None
        is_inner: bool | None = False
        if written is not None:
            is_inner = self.terms.level_of(written)
        if written is not None and is_inner is None:
            self.line.add(written.opening, place.marks)
            self._lay_children(node, inner)
            self.line.add(written.closing, place.marks)
            return
        if place.quotes:
            is_inner = place.quotes == _OUTER
        inner.quotes = _INNER if is_inner else _OUTER
        self.line.open_quote(self.terms.opens(is_inner=bool(is_inner)), place.marks)
        self._lay_children(node, inner)
        closing = self.terms.closes(is_inner=bool(is_inner))
        self.line.close_quote(closing, place.marks, inner.marks)


def lay_out(output: Output, locale: Locale) -> list[Run]:
    """The runs of ``output`` as it prints in ``locale``, neighbours of the same marks joined.

    Quotation marks are the locale's and change with their level; fonts flip where inline markup
    repeats them. Where two pieces meet, doubled and clashing punctuation and doubled blanks are
    mended, never within the value of a field; commas and full stops move inside a closing
    quotation mark if the locale says so (CSL 1.0.2, "Quotes" and "Locale Options").
    """
    if not output:
        return []
    if isinstance(output, str):
        return [Run(output)]
    layout = _Layout(locale)
    layout.lay(output, _Place((), PLAIN_FONTS, _NO_QUOTES, is_inline=False))
    layout.line.release_last_blank()
    return layout.line.runs()
