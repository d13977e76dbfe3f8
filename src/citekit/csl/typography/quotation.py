"""Quotation marks: as written in a field, and as a locale has them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from citekit.csl.locale import Locale
from citekit.csl.nodes import Format

QUOTED = Format(quotes=True)
"""The format of a quotation within a field; the node's data is its ``QuotationMarks``."""


@dataclass(frozen=True, slots=True)
class QuotationMarks:
    """The marks around a quotation as written, blanks inside guillemets included.

    ``is_inner`` tells straight marks of the kind that comes second in the field: in
    ``"one" and 'two'`` those of ``two``.
    """

    opening: str
    closing: str
    is_inner: bool = False

    @property
    def is_straight(self) -> bool:
        """Whether the marks are typewriter's, which say nothing of a language."""
        return self.opening in "\"'"


@dataclass(frozen=True, slots=True)
class QuotationTerms:
    """A locale's terms for quotation marks (CSL 1.0.2, "Quotes")."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str

    def opens(self, *, is_inner: bool) -> str:
        """The mark that opens a quotation of that level."""
        return self.inner_opening if is_inner else self.opening

    def closes(self, *, is_inner: bool) -> str:
        """The mark that closes a quotation of that level."""
        return self.inner_closing if is_inner else self.closing

    def level_of(self, marks: QuotationMarks) -> bool | None:
        """Whether ``marks`` are the locale's inner ones; ``None`` if they are not the locale's."""
        if marks.is_straight:
            return marks.is_inner
        pair = (marks.opening.strip(), marks.closing.strip())
        if pair == (self.opening.strip(), self.closing.strip()):
            return False
        if pair == (self.inner_opening.strip(), self.inner_closing.strip()):
            return True
        return None


@lru_cache(maxsize=64)
def _terms(opening: str, closing: str, inner_opening: str, inner_closing: str) -> QuotationTerms:
    return QuotationTerms(opening, closing, inner_opening or opening, inner_closing or closing)


def quotation_terms(locale: Locale) -> QuotationTerms:
    """The quotation marks of ``locale``, curly ones where it has none."""
    return _terms(
        locale.term("open-quote") or "“",
        locale.term("close-quote") or "”",
        locale.term("open-inner-quote") or "‘",
        locale.term("close-inner-quote") or "’",
    )
