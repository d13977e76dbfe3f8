"""The citations of a draft in the order in which a reader comes to them, with their notes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from citekit.drafts.draft import Draft, DraftCitation, DraftNote, Form

_NOTE_FORMS = frozenset({Form.NOTE, Form.ENTRY_NOTE})
_NOTELESS_FORMS = frozenset({Form.AUTHOR, Form.YEAR, Form.TITLE, Form.ENTRY})


@dataclass(frozen=True, slots=True)
class PlacedCitation:
    """A citation with the number of the note that it stands in or becomes, 0 for none.

    ``is_new_note`` tells that it stands in the running text and becomes a note. ``note`` is the
    note of the draft that it stands in.
    """

    citation: DraftCitation
    note_number: int = 0
    is_new_note: bool = False
    note: DraftNote | None = None


def in_reading_order(
    draft: Draft,
    is_citation: Callable[[DraftCitation], bool],
    prints: Callable[[DraftCitation], bool],
    *,
    makes_notes: bool,
) -> tuple[PlacedCitation, ...]:
    """The citations for which ``is_citation`` holds, with their notes counted as they come.

    The notes of the draft and those that citations become are counted together.
    ``makes_notes`` tells that the style puts every citation into a note; one for which
    ``prints`` does not hold, since none of its works is known, becomes none.
    """
    return tuple(_placed(draft.flow, is_citation, prints, makes_notes))


def _placed(
    flow: Iterable[DraftCitation | DraftNote],
    is_citation: Callable[[DraftCitation], bool],
    prints: Callable[[DraftCitation], bool],
    makes_notes: bool,  # noqa: FBT001  # handed through
) -> Iterator[PlacedCitation]:
    count = 0
    for one in flow:
        if isinstance(one, DraftNote):
            count += 1
            for citation in filter(is_citation, one.citations):
                yield PlacedCitation(citation, count, note=one)
        elif is_citation(one):
            wants = one.form in _NOTE_FORMS or (makes_notes and one.form not in _NOTELESS_FORMS)
            is_note = wants and prints(one)
            count += is_note
            yield PlacedCitation(one, count if is_note else 0, is_note)
