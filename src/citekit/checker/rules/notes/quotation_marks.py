"""The quotation marks about titles."""

from dataclasses import dataclass

from citekit.checker.mention import Mention
from citekit.model.spans import Span
from citekit.model.variables import TextVariable

_OPENING = "\"'“‘„«‹‚「『〈《"
_CLOSING = "\"'”’“»›‘」』〉》"
_DOUBLE = '"“„”'
_STRAIGHT = "\"'"


@dataclass(frozen=True, slots=True)
class QuotedTitle:
    """A title with the marks about it; offsets count in the passage of ``mention``.

    ``inner`` is a mark of a sentence between the title and its closing quotation mark.
    """

    mention: Mention
    start: int
    end: int
    opening: str
    inner: str
    closing: str

    @property
    def is_double(self) -> bool:
        """Whether the marks are double ones."""
        return self.opening in _DOUBLE

    @property
    def is_straight(self) -> bool:
        """Whether the marks are those of a typewriter."""
        return self.opening in _STRAIGHT


def quoted_title(mention: Mention) -> QuotedTitle | None:
    """The title of the mention in its quotation marks, ``None`` where it has none."""
    place = mention.place(TextVariable.TITLE)
    if place is None:
        return None
    text = mention.text
    start, end = place.start, place.end
    opening = text[start - 1 : start]
    if not opening or opening not in _OPENING:
        return None
    inner = text[end : end + 1] if text[end : end + 1] in {",", ".", ";"} else ""
    closing = text[end + len(inner) : end + len(inner) + 1]
    if not closing or closing not in _CLOSING:
        return None
    return QuotedTitle(mention, start - 1, end + len(inner) + 1, opening, inner, closing)


def title_span(mention: Mention) -> Span:
    """Where in the file the title stands."""
    place = mention.place(TextVariable.TITLE) or Span(mention.start, mention.start)
    return mention.file_span(place.start, place.end)
