"""Changes to a text that touch what they change, and nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass

from citekit.errors import CitekitError


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Put ``text`` in the place of what stands from ``start`` to ``end``, in code points.

    An edit whose ``start`` is its ``end`` inserts; one without ``text`` removes.
    """

    start: int
    end: int
    text: str = ""


class EditConflictError(CitekitError):
    """Two edits change the same characters, or one lies outside of the text."""


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with all edits made, whose places are all those of ``text`` as it was.

    Their order does not matter, but that of several insertions at one place, which are made in
    the order given. Equal edits that replace something count once.

    Raises:
        EditConflictError: two edits overlap, or one reaches beyond the text; nothing is changed.

    Example:
        >>> apply_edits("a = 1", [Edit(4, 5, "2"), Edit(0, 1, "b")])
        'b = 2'
    """
    pieces: list[str] = []
    place = 0
    last: Edit | None = None
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit == last and edit.start < edit.end:
            continue
        if not place <= edit.start <= edit.end <= len(text):
            raise EditConflictError(f"the edits {last} and {edit} cannot both be made")
        pieces += [text[place : edit.start], edit.text]
        place = edit.end
        last = edit
    return "".join([*pieces, text[place:]])
