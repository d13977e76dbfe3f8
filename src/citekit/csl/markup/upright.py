"""Upright text inside italics, for markups that can only switch formatting on."""

from collections.abc import Container, Sequence

from citekit.csl.typography.runs import Change, Mark, Run

_RESETS = frozenset({"normal", "none", "baseline"})


class _Cuts:
    """Marks with some of their changes left out, the same object for the same cut."""

    def __init__(self) -> None:
        self._made: dict[tuple[int, tuple[Change, ...]], Mark] = {}

    def cut(self, mark: Mark, changes: tuple[Change, ...]) -> Mark:
        """``mark`` with only ``changes``."""
        if changes == mark.changes:
            return mark
        return self._made.setdefault((id(mark), changes), Mark(changes))


def _effective(marks: Sequence[Mark], cuts: _Cuts) -> tuple[Mark, ...]:
    overridden: set[str] = set()
    kept: list[Mark] = []
    for mark in reversed(marks):
        changes = []
        for change in mark.changes:
            name, value = change
            if value not in _RESETS and name not in overridden:
                changes.append(change)
        overridden.update(name for name, value in mark.changes if value in _RESETS)
        kept.append(cuts.cut(mark, tuple(changes)))
    return tuple(reversed(kept))


def without_resets(runs: Sequence[Run], shown: Container[Change]) -> Sequence[Run]:
    """``runs`` in which formatting ends where an inner mark takes it back.

    Changes that take formatting back (``font-style: normal``) and are not among ``shown`` vanish,
    with all that they override around them.
    """
    if not any(
        value in _RESETS and (name, value) not in shown
        for run in runs
        for mark in run.marks
        for name, value in mark.changes
    ):
        return runs
    cuts = _Cuts()
    return [Run(run.text, _effective(run.marks, cuts), run.is_literal) for run in runs]
