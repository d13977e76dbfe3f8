"""Decisions brought to the records they are about."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from citekit.errors import ConfigError
from citekit.pipeline.merging.decisions import Identity, PairDecision, Verdict, identity_of
from citekit.pipeline.merging.inputs import Record
from citekit.resolver.pair_list import Pair


@dataclass(frozen=True, slots=True)
class Applied:
    """The pairs of records that were decided, and the decisions about records not here."""

    apart: frozenset[Pair] = frozenset()
    together: frozenset[Pair] = frozenset()
    unused: tuple[PairDecision, ...] = ()


def apply_decisions(records: Sequence[Record], decisions: Sequence[PairDecision]) -> Applied:
    """The pairs of ``records`` that ``decisions`` are about.

    A record is known by its key and content, or by its content alone under a new key. One that
    was changed is asked about again; but "different" holds for its key, and for the key that
    it is an alias of, so that what was told apart stays so when one of the two is completed.

    Raises:
        ConfigError: Decisions contradict one another.
    """
    if not decisions:
        return Applied()
    known = _Known(records)
    apart: dict[Pair, PairDecision] = {}
    together: dict[Pair, PairDecision] = {}
    unused = []
    for decision in decisions:
        by_key = decision.verdict is Verdict.DIFFERENT
        firsts = known.places(decision.first, by_key=by_key)
        seconds = known.places(decision.second, by_key=by_key)
        pairs = {(min(a, b), max(a, b)) for a in firsts for b in seconds if a != b}
        if not pairs:
            unused.append(decision)
        target = together if decision.verdict is Verdict.SAME else apart
        for pair in pairs:
            target.setdefault(pair, decision)
    _check(records, apart, together)
    return Applied(frozenset(apart), frozenset(together), tuple(unused))


class _Known:
    """The places of records by what they may be known by."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._exact: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._by_content: dict[str, list[int]] = defaultdict(list)
        self._by_key: dict[str, list[int]] = defaultdict(list)
        for place, record in enumerate(records):
            reference = record.reference
            content = identity_of(reference).content
            self._exact[reference.key, content].append(place)
            self._by_content[content].append(place)
            for key in {reference.key, *reference.aliases} - {""}:
                self._by_key[key].append(place)

    def places(self, identity: Identity, *, by_key: bool) -> Sequence[int]:
        found = self._exact.get((identity.key, identity.content), ())
        if not found and (by_key or not identity.content):
            found = self._by_key.get(identity.key, ())
        return found or self._by_content.get(identity.content, ())


def _check(
    records: Sequence[Record],
    apart: Mapping[Pair, PairDecision],
    together: Mapping[Pair, PairDecision],
) -> None:
    """Refuse what keeps two records apart that others make one, if only by way of a third."""
    find = _leaders(together)
    for (first, second), decision in apart.items():
        if find(first) == find(second):
            joined = [d for p, d in together.items() if find(p[0]) == find(first)]
            places = ", ".join(dict.fromkeys(d.place for d in joined if d.place))
            raise ConfigError(
                f"{decision.place or 'a decision'}: {records[first].place} and"
                f" {records[second].place} are decided to be different, but also the same by"
                f" {places or 'others'}\n  Remove one of these decisions."
            )


def _leaders(together: Iterable[Pair]) -> Callable[[int], int]:
    """Tells the leader of each record: the same for those that are made one."""
    leader: dict[int, int] = {}

    def find(place: int) -> int:
        while leader.get(place, place) != place:
            leader[place] = leader.get(leader[place], leader[place])
            place = leader[place]
        return place

    for first, second in together:
        leader[find(first)] = find(second)
    return find


def kept_apart(pairs: Iterable[Pair], together: Iterable[Pair]) -> frozenset[Pair]:
    """The ``pairs`` but for those that were decided to be one, if only by way of a third."""
    find = _leaders(together)
    return frozenset(pair for pair in pairs if find(pair[0]) != find(pair[1]))
