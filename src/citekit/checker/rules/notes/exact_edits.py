"""Edits of what a passage says, made only where the file has the same characters."""

from collections.abc import Iterable

from citekit.checker.finding import FileEdit, Fix
from citekit.checker.mention import Mention
from citekit.checker.paper import Paper


def exact_edit(paper: Paper, mention: Mention, start: int, end: int, text: str) -> FileEdit | None:
    """The edit that puts ``text`` for a stretch of the passage of ``mention``.

    ``None`` where the file writes that stretch otherwise, with markup or entities in it: what is
    to be done there nobody knows.
    """
    span = mention.file_span(start, end)
    if paper.text[span.start : span.end] != mention.text[start:end]:
        return None
    return paper.edit(span.start, span.end, text)


def exact_fix(title: str, edits: Iterable[FileEdit | None], *, is_safe: bool = True) -> Fix | None:
    """The fix of all ``edits``, ``None`` if one of them cannot be made."""
    made = tuple(edits)
    known = tuple(edit for edit in made if edit is not None)
    return Fix(title, known, is_safe) if known and len(known) == len(made) else None
