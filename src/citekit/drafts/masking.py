"""Text with blanks in the place of what must not be read."""

import re
from collections.abc import Iterable, Iterator

from citekit.model.spans import Span

_VISIBLE = re.compile(r"[^\r\n]")


def masked(text: str, holes: Iterable[Span]) -> str:
    """``text`` with blanks for ``holes``; line ends stay, and so do all offsets."""
    return "".join(_pieces(text, holes))


def _pieces(text: str, holes: Iterable[Span]) -> Iterator[str]:
    at = 0
    for hole in sorted(holes):
        start = max(at, hole.start)
        if hole.end > start:
            yield text[at:start]
            yield _VISIBLE.sub(" ", text[start : hole.end])
            at = hole.end
    yield text[at:]
