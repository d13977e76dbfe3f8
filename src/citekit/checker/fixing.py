"""Fixes made on texts: those that do not get into each other's way, at once."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from citekit.checker.finding import Finding, Fix
from citekit.model.edits import Edit, apply_edits


@dataclass(frozen=True, slots=True)
class Mended:
    """The texts by path after fixes, those that were not touched among them.

    ``mended`` are the findings whose fixes were made. One whose fix touches what another has
    changed is not among them; checking the new texts finds it again.
    """

    texts: Mapping[str, str]
    mended: tuple[Finding, ...]


def mend(texts: Mapping[str, str], findings: Iterable[Finding], *, unsafe: bool = False) -> Mended:
    """``texts`` with the safe fixes of ``findings`` made, and the unsafe ones if asked for.

    A fix is made whole or not at all: with all its edits in all its files. Of fixes that touch
    the same characters the first counts; equal edits are made once.
    """
    accepted = {path: _Accepted() for path in texts}
    mended: list[Finding] = []
    for finding in findings:
        fix = finding.problem.fix
        if fix is None or not fix.edits or not (fix.is_safe or unsafe):
            continue
        if _fits(fix, accepted):
            mended.append(finding)
            for one in fix.edits:
                accepted[one.path].add(one.edit)
    changed = {path: apply_edits(texts[path], edits.edits) for path, edits in accepted.items()}
    return Mended(changed, tuple(mended))


def _fits(fix: Fix, accepted: Mapping[str, "_Accepted"]) -> bool:
    """Whether the edits of ``fix`` touch nothing that is changed already."""
    return all(one.path in accepted and accepted[one.path].takes(one.edit) for one in fix.edits)


class _Accepted:
    """The edits of a text that are to be made, none of which touches another."""

    def __init__(self) -> None:
        self.edits: list[Edit] = []

    def takes(self, edit: Edit) -> bool:
        """Whether ``edit`` is among them already, or neither overlaps nor meets any.

        Edits that meet may each count on what the other changes.
        """
        place = bisect_left(self.edits, edit)
        near = self.edits[max(0, place - 1) : place + 1]
        return edit in near or not any(
            other.start <= edit.end and edit.start <= other.end for other in near
        )

    def add(self, edit: Edit) -> None:
        """Take ``edit`` in, unless it is among them."""
        place = bisect_left(self.edits, edit)
        if self.edits[place : place + 1] != [edit]:
            self.edits.insert(place, edit)
