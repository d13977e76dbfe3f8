"""What each cite needs so that no two works are cited alike.

Source: CSL 1.0.2, "Disambiguation". Cites that print alike form a set. Names are added to a set
one at a time, given names are widened, and each step is kept only where it parts the set; what
stays alike gets what ``disambiguate="true"`` adds, and a year-suffix if that is not enough. Only
the works of such sets are rendered again, so the cost stays in proportion to the works.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from citekit.csl.context import UNAMBIGUOUS, Disambiguation, NamesData
from citekit.csl.processing.given_names import IN_FULL, INITIALS, given_name_levels


@dataclass(frozen=True, slots=True)
class DisambiguationOptions:
    """The attributes of ``cs:citation``; ``has_condition`` where some test asks for it."""

    add_names: bool
    add_givenname: bool
    givenname_rule: str
    add_year_suffix: bool
    has_condition: bool

    @property
    def is_idle(self) -> bool:
        """Whether the style tells nothing apart."""
        return not (
            self.add_names or self.add_givenname or self.add_year_suffix or self.has_condition
        )

    @property
    def widens_by_cite(self) -> bool:
        """Whether given names are widened in ambiguous cites only."""
        return self.add_givenname and self.givenname_rule == "by-cite"


@dataclass(frozen=True, slots=True)
class AmbiguousCite:
    """A cite as it prints under some disambiguation: its bare text and its lists of names."""

    text: str
    lists: tuple[NamesData, ...]


RenderCite = Callable[[str, Disambiguation], AmbiguousCite]
"""Renders the cite of the item with an id as it stands after the first one of its work."""


@dataclass(frozen=True, slots=True)
class _Step:
    """One thing to try: show one more name of a list, or one given name at a level."""

    index: int
    name: int
    level: int = 0

    def take(self, before: Disambiguation) -> Disambiguation:
        """``before`` with this step added."""
        if self.level:
            given = {**before.given, (self.index, self.name): self.level}
            return replace(before, given=given)
        return replace(before, shown={**before.shown, self.index: self.name + 1})

    def may_part(self, lists: Iterable[Sequence[NamesData]]) -> bool:
        """Whether works with ``lists`` can differ in it: never if it concerns the same names.

        Of given names only the one that is widened counts; how many names show depends on all.
        """
        found: set[object] = set()
        for own in lists:
            data = next((data for data in own if data.index == self.index), None)
            names = data.names if data is not None else ()
            found.add(names[self.name : self.name + 1] if self.level else names)
            if len(found) > 1:
                return True
        return False

    def keep(self, kept: Disambiguation, trial: Disambiguation) -> Disambiguation:
        """``kept`` with what of ``trial`` this step needs: the names shown, its own given name.

        Given names that were widened before in vain stay short.
        """
        shown, given = dict(kept.shown), dict(kept.given)
        if self.index in trial.shown:
            shown[self.index] = trial.shown[self.index]
        place = (self.index, self.name)
        if place in trial.given and self.level:
            given[place] = trial.given[place]
        return replace(kept, shown=shown, given=given)


@dataclass(frozen=True, slots=True)
class _Set:
    """Works whose cites print alike, all steps so far taken and those that helped."""

    ids: tuple[str, ...]
    taken: Disambiguation
    kept: Disambiguation


def disambiguate(
    ids: Sequence[str],
    options: DisambiguationOptions,
    render: RenderCite,
    in_order: Callable[[Iterable[str]], Sequence[str]],
) -> dict[str, Disambiguation]:
    """What each item of ``ids`` needs; items that need nothing are left out.

    ``in_order`` sorts items as the bibliography does: year-suffixes follow it.
    """
    needs: dict[str, Disambiguation] = {}
    if options.is_idle:
        return needs
    cites = {id_: render(id_, UNAMBIGUOUS) for id_ in ids}
    if options.add_givenname and not options.widens_by_cite:
        lists = {id_: cite.lists for id_, cite in cites.items()}
        for id_, levels in given_name_levels(lists, options.givenname_rule).items():
            needs[id_] = Disambiguation(given=levels)
            cites[id_] = render(id_, needs[id_])
    for alike in _sets_alike(cites):
        for remaining in _by_names(alike, options, render, needs, cites):
            sets = _by_condition(remaining, render, needs) if options.has_condition else [remaining]
            if options.add_year_suffix:
                for still_alike in sets:
                    _by_year_suffix(still_alike, needs, in_order)
    return needs


def _sets_alike(cites: Mapping[str, AmbiguousCite]) -> list[tuple[str, ...]]:
    by_text: dict[str, list[str]] = defaultdict(list)
    for id_, cite in cites.items():
        by_text[cite.text].append(id_)
    return [tuple(ids) for text, ids in by_text.items() if len(ids) > 1 and text]


def _parts(
    ids: Iterable[str], render: RenderCite, take: Callable[[str], Disambiguation]
) -> list[tuple[str, ...]]:
    by_text: dict[str, list[str]] = defaultdict(list)
    for id_ in ids:
        by_text[render(id_, take(id_)).text].append(id_)
    return [tuple(part) for part in by_text.values()]


def _steps(
    ids: Iterable[str], options: DisambiguationOptions, cites: Mapping[str, AmbiguousCite]
) -> Iterator[_Step]:
    """What may be tried on a set: list by list, name by name, given names before more names."""
    longest: dict[int, int] = {}
    shown: dict[int, int] = {}
    for id_ in ids:
        for data in cites[id_].lists:
            longest[data.index] = max(longest.get(data.index, 0), len(data.names))
            shown[data.index] = min(shown.get(data.index, data.shown), data.shown)
    for index in sorted(longest):
        for name in range(longest[index]):
            if name >= shown[index]:
                if not options.add_names:
                    break
                yield _Step(index, name)
            if options.widens_by_cite:
                yield _Step(index, name, INITIALS)
                yield _Step(index, name, IN_FULL)


def _by_names(
    ids: tuple[str, ...],
    options: DisambiguationOptions,
    render: RenderCite,
    needs: dict[str, Disambiguation],
    cites: Mapping[str, AmbiguousCite],
) -> list[tuple[str, ...]]:
    """Tell the works of a set apart by names; the sets that stay alike come back."""
    if not options.add_names and not options.widens_by_cite:
        return [ids]
    base = {id_: needs.get(id_, UNAMBIGUOUS) for id_ in ids}
    sets = [_Set(ids, UNAMBIGUOUS, UNAMBIGUOUS)]
    for step in _steps(ids, options, cites):
        after: list[_Set] = []
        for one in sets:
            if len(one.ids) == 1:
                after.append(one)
                continue
            trial = step.take(one.taken)
            if not step.may_part([cites[id_].lists for id_ in one.ids]):
                after.append(replace(one, taken=trial))
                continue
            trials = {id_: _joined(base[id_], trial) for id_ in one.ids}
            parts = _parts(one.ids, render, trials.__getitem__)
            kept = step.keep(one.kept, trial) if len(parts) > 1 else one.kept
            after += [_Set(part, trial, kept) for part in parts]
        sets = after
        if all(len(one.ids) == 1 for one in sets):
            break
    for one in sets:
        for id_ in one.ids:
            if (joined := _joined(base[id_], one.kept)) != UNAMBIGUOUS:
                needs[id_] = joined
    return [one.ids for one in sets if len(one.ids) > 1]


def _joined(base: Disambiguation, more: Disambiguation) -> Disambiguation:
    if not base.given:
        return more
    return replace(more, given={**base.given, **more.given})


def _by_year_suffix(
    ids: tuple[str, ...],
    needs: dict[str, Disambiguation],
    in_order: Callable[[Iterable[str]], Sequence[str]],
) -> None:
    for number, id_ in enumerate(in_order(ids)):
        before = needs.get(id_, UNAMBIGUOUS)
        needs[id_] = replace(before, year_suffix=year_suffix(number))


def _by_condition(
    ids: tuple[str, ...], render: RenderCite, needs: dict[str, Disambiguation]
) -> list[tuple[str, ...]]:
    """Let ``disambiguate="true"`` hold where that parts a set; the sets still alike come back."""

    def with_condition(id_: str) -> Disambiguation:
        return replace(needs.get(id_, UNAMBIGUOUS), condition=True)

    parts = _parts(ids, render, with_condition)
    if len(parts) > 1:
        for id_ in ids:
            needs[id_] = with_condition(id_)
    return [part for part in parts if len(part) > 1]


def year_suffix(number: int) -> str:
    """The letters for the works of one year, counted from 0: a to z, then aa, ab and so on."""
    letters = ""
    number += 1
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters
