"""The keys of merged works: each is kept, and none stands for two works."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from citekit.model.reference import CitationKey
from citekit.pipeline.merging.inputs import Record


@dataclass(frozen=True, slots=True)
class NewKey:
    """A record whose key another work has, at ``taken_at``: the work or alias it is renamed to.

    Both are positions of records.
    """

    record: int
    taken_at: int
    old: CitationKey
    new: CitationKey


@dataclass(frozen=True, slots=True)
class WorkKeys:
    """The key and the aliases of each work, and the keys that had to be changed."""

    keys: tuple[CitationKey, ...]
    aliases: tuple[tuple[CitationKey, ...], ...]
    changed: tuple[NewKey, ...] = ()


@dataclass(slots=True)
class _Claims:
    """Which work has which key, and at which record it was seen first."""

    form: Callable[[str], str]
    owner: dict[str, int] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)

    def claim(self, key: str, work: int, record: int) -> None:
        if key:
            self.owner.setdefault(self.form(key), work)
            self.seen.setdefault(self.form(key), record)

    def has(self, key: str, work: int) -> bool:
        return bool(key) and self.owner.get(self.form(key)) == work

    def new(self, key: CitationKey, work: int, record: int) -> CitationKey:
        number = 2
        while self.form(f"{key}-{number}") in self.owner:
            number += 1
        self.claim(f"{key}-{number}", work, record)
        return CitationKey(f"{key}-{number}")


def assign_work_keys(
    records: Sequence[Record],
    clusters: Sequence[Sequence[int]],
    *,
    reserved: Iterable[str] = (),
    fold: bool = False,
) -> WorkKeys:
    """The keys of the works: the first key of its records, the others as aliases.

    A key that several works have stays with the record that comes first; the others take a
    number. Held records keep theirs. ``reserved`` are keys that no work may take anew, ``fold``
    tells keys apart without regard to case.
    """
    claims = _Claims(str.casefold if fold else str)
    home = {place: work for work, members in enumerate(clusters) for place in members}
    for place, record in enumerate(records):
        claims.claim(record.reference.key, home[place], place)
    for place, record in enumerate(records):
        for alias in record.reference.aliases:
            claims.claim(alias, home[place], place)
    for key in reserved:
        claims.claim(key, -1, -1)
    keys: list[CitationKey] = []
    aliases: list[tuple[CitationKey, ...]] = []
    changed: list[NewKey] = []
    for work, members in enumerate(clusters):
        first = records[members[0]]
        given = [records[place].reference.key for place in members]
        own = [key for key in given if claims.has(key, work)]
        key = own[0] if own else next((key for key in given if key), first.reference.key)
        if key and not own and not first.held:
            taken_at = claims.seen[claims.form(key)]
            new = claims.new(key, work, members[0])
            changed.append(NewKey(members[0], taken_at, key, new))
            key = new
        keys.append(key)
        others = [alias for place in members for alias in records[place].reference.aliases]
        known = dict.fromkeys(other for other in (*own, *others) if claims.has(other, work))
        kept = first.reference.aliases
        aliases.append(tuple(dict.fromkeys((*kept, *(k for k in known if k != key)))))
    return WorkKeys(tuple(keys), tuple(aliases), tuple(changed))
