"""Pieces set into a text; all the rest stays as it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from citekit.model.spans import Span


@dataclass(frozen=True, slots=True)
class Splice:
    """``text`` in the place of ``span``."""

    span: Span
    text: str


def splice(text: str, splices: Iterable[Splice]) -> str:
    """``text`` with every splice made; of two that overlap the first in the text counts.

    Splices at one place are made in the order given.

    Example:
        >>> splice("see @a.", [Splice(Span(4, 6), "Voss")])
        'see Voss.'
    """
    pieces: list[str] = []
    at = 0
    for one in sorted(splices, key=lambda one: (one.span.start, one.span.end)):
        if one.span.start >= at:
            pieces += (text[at : one.span.start], one.text)
            at = one.span.end
    pieces.append(text[at:])
    return "".join(pieces)


def tail(text: str, paragraphs: Sequence[str]) -> Splice:
    """The splice that sets ``paragraphs`` behind ``text``, each after a blank line."""
    end = Span(len(text), len(text))
    if not paragraphs:
        return Splice(end, "")
    lines = text[-4:].replace("\r\n", "\n")
    gap = "" if lines.endswith("\n\n") or not text else "\n" if lines.endswith("\n") else "\n\n"
    return Splice(end, gap + "\n\n".join(paragraphs) + "\n")
