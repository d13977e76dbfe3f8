"""The position of every cite in a document: first, ibid., subsequent, near another note.

Source: CSL 1.0.2, "Choose", ``position``: "ibid" holds for a cite of the work that was cited
alone in the citation just before, or just before in the same citation; locators decide between
ibid, ibid-with-locator and subsequent. Citations in notes and in the text are counted apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from citekit.csl.citation import Citation, Cite, Position

NEAR_NOTE_DISTANCE = 5
"""CSL 1.0.2, "Note distance": the default of near-note-distance."""


@dataclass(slots=True)
class _Seen:
    """What was cited so far: first and last note of each work, cites of each note."""

    first: dict[str, int] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)
    cites_in_note: Counter[int] = field(default_factory=Counter)


def set_positions(
    citations: Sequence[Citation], *, near_note_distance: int = NEAR_NOTE_DISTANCE
) -> tuple[Citation, ...]:
    """``citations`` of a document, in its order, with the position of each cite filled in.

    A cite whose position was given keeps it. Notes that are numbered anew (by chapter) start
    everything anew.
    """
    done = list(citations)
    for is_note in (False, True):
        seen = _Seen()
        before: Citation | None = None
        for index, citation in enumerate(citations):
            if bool(citation.note_number) is not is_note:
                continue
            if before is not None and before.note_number > citation.note_number:
                seen, before = _Seen(), None
            seen.cites_in_note[citation.note_number] += len(citation.cites)
            done[index] = _place(citation, before, seen, near_note_distance)
            before = citation
    return tuple(done)


def _place(citation: Citation, before: Citation | None, seen: _Seen, distance: int) -> Citation:
    cites: list[Cite] = []
    note = citation.note_number
    for index, cite in enumerate(citation.cites):
        if cite.author_only:
            cites.append(replace(cite, position=Position.FIRST))
            continue
        placed = cite
        if cite.id not in seen.last:
            seen.first[cite.id] = note
            placed = replace(cite, position=cite.position or Position.FIRST)
        elif cite.position is None:
            first = seen.first[cite.id]
            placed = replace(
                cite,
                position=_position(cite, _antecedent(citation, index, before, seen)),
                first_note=first if first != note else 0,
                near_note=not note or note - seen.last[cite.id] <= distance,
            )
        seen.last[cite.id] = note
        cites.append(placed)
    return replace(citation, cites=tuple(cites))


def _antecedent(
    citation: Citation, index: int, before: Citation | None, seen: _Seen
) -> Cite | None:
    """The cite just before that ``ibid`` would mean, where it is of the same work."""
    cite = citation.cites[index]
    if index:
        previous = citation.cites[index - 1]
        return previous if previous.id == cite.id else None
    if before is None or not before.cites:
        return None
    if before.note_number == citation.note_number:
        previous = before.cites[-1]
    elif (
        before.note_number >= citation.note_number - 1
        and seen.cites_in_note[before.note_number] == 1
    ):
        previous = before.cites[0]
    else:
        return None
    return previous if previous.id == cite.id else None


def _position(cite: Cite, antecedent: Cite | None) -> Position:
    if antecedent is None or (antecedent.locator and not cite.locator):
        return Position.SUBSEQUENT
    if (antecedent.locator, antecedent.label or "page") == (cite.locator, cite.label or "page"):
        return Position.IBID
    return Position.IBID_WITH_LOCATOR if cite.locator else Position.IBID
