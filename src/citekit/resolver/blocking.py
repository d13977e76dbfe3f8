"""Which references are worth comparing: those that share a blocking key."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from citekit.model.reference import Literal, Name
from citekit.resolver.identifiers import is_specific
from citekit.resolver.pair_list import PairList, packed_pair, pair_list
from citekit.resolver.profile import Profile
from citekit.resolver.wording import folded_words

# Letters of a title's head and tail that make a key: a slip in one leaves the other whole.
_TITLE_LETTERS = 14
# A larger block is not compared pair by pair, but along its titles in order.
_SMALL_BLOCK = 24
_NEIGHBOURS = 6


def candidate_pairs(profiles: Sequence[Profile]) -> PairList:
    """The pairs of positions, lower first and in order, that share a blocking key.

    The number of pairs grows linearly with the number of profiles: in a large block each is
    paired with its neighbours in the order of the titles alone. Keys of one kind are gathered at
    a time, so that those of the others need no room.
    """
    packed = array("Q")
    for keys in KINDS:
        packed.extend(_block_pairs(profiles, keys))
    wanted = _thin_authors(profiles)
    if wanted:
        by_author = PairList(array("Q", _block_pairs(profiles, lambda p: author_words(p) & wanted)))
        packed.extend(packed_pair(*pair) for pair in by_author if _has_thin(pair, profiles))
    return pair_list(packed)


def _block_pairs(
    profiles: Sequence[Profile], keys: Callable[[Profile], Iterable[str]]
) -> Iterator[int]:
    """The pairs that share one of ``keys``, as numbers; a pair may come more than once."""
    alone: dict[str, int] = {}
    blocks: dict[str, list[int]] = {}
    for position, item in enumerate(profiles):
        for key in keys(item):
            first = alone.setdefault(key, position)
            if first == position:
                continue
            members = blocks.setdefault(key, [first])
            if members[-1] != position:
                members.append(position)
    del alone
    for members in blocks.values():
        yield from _pairs(members, profiles)


def title_keys(item: Profile) -> Iterator[str]:
    """The first and the last letters of the title."""
    letters = "".join(item.title.content)
    if letters:
        yield letters[:_TITLE_LETTERS]
        yield f"-{letters[-_TITLE_LETTERS:]}"


def author_year_keys(item: Profile) -> Iterator[str]:
    """Words of the first author's name, each with the year."""
    if item.issued:
        for name in author_words(item):
            yield f"{name}:{item.issued.year}"


def author_title_keys(item: Profile) -> Iterator[str]:
    """Words of the first author's name, each with the first letters of the title."""
    start = "".join(item.title.content[:3])[:3]
    if start:
        for name in author_words(item):
            yield f"{name}:{start}"


def identifier_keys(item: Profile) -> Iterator[str]:
    """DOI, address, database numbers and shelfmark."""
    if item.doi:
        yield f"doi:{item.doi}"
    if is_specific(item.url):
        yield f"url:{item.url}"
    for number in item.serials:
        yield f"serial:{number}"
    if item.shelfmark:
        yield f"shelf:{item.shelfmark}"


def place_keys(item: Profile) -> Iterator[str]:
    """Volume and first page, and the container of what has no title."""
    if item.numbering.volume and item.numbering.pages:
        yield f"{item.numbering.volume}:{item.numbering.pages.first}"
    if item.untitled:
        for container in item.containers:
            yield f"container:{container.phrase}"
            if item.nameless:
                yield f"outlet:{container.words[0]}"


KINDS: tuple[Callable[[Profile], Iterable[str]], ...] = (
    title_keys,
    author_year_keys,
    author_title_keys,
    identifier_keys,
    place_keys,
)
"""The kinds of blocking keys: what a profile is sought by, a function of the profile alone."""


def author_words(item: Profile) -> frozenset[str]:
    """The words of the first author that may be the family name, whatever the order."""
    names = item.authors or item.editors
    return frozenset(family_words(names[0])) if names else frozenset()


@lru_cache(maxsize=16384)
def family_words(name: Name) -> tuple[str, ...]:
    """The folded words of ``name`` of two letters or more."""
    text = name.text if isinstance(name, Literal) else f"{name.family} {name.given}"
    return tuple(word for word in folded_words(text) if len(word) > 1)[:6]


def _thin_authors(profiles: Sequence[Profile]) -> frozenset[str]:
    return frozenset(word for item in profiles if _is_thin(item) for word in author_words(item))


def _is_thin(item: Profile) -> bool:
    return item.untitled or not (item.containers or item.issued)


def _has_thin(pair: tuple[int, int], profiles: Sequence[Profile]) -> bool:
    return _is_thin(profiles[pair[0]]) or _is_thin(profiles[pair[1]])


def _pairs(members: Sequence[int], profiles: Sequence[Profile]) -> Iterator[int]:
    reach = len(members)
    ordered = members
    if len(members) > _SMALL_BLOCK:
        ordered = sorted(members, key=lambda m: (profiles[m].title.content, profiles[m].signature))
        reach = _NEIGHBOURS
    for place, first in enumerate(ordered):
        for second in ordered[place + 1 : place + 1 + reach]:
            yield packed_pair(first, second)
