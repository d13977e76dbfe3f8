"""Which references are worth comparing: those that share a blocking key."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from citekit.model.reference import Literal, Name
from citekit.resolver.compare_dates import issued
from citekit.resolver.identifiers import is_specific
from citekit.resolver.profile import Profile
from citekit.resolver.wording import folded_words

# Letters of a title's head and tail that make a key: a slip in one leaves the other whole.
_TITLE_LETTERS = 14
# A larger block is not compared pair by pair, but along its titles in order.
_SMALL_BLOCK = 24
_BY_AUTHOR = "author:"
_NEIGHBOURS = 6


def candidate_pairs(profiles: Sequence[Profile]) -> tuple[tuple[int, int], ...]:
    """The pairs of positions, lower first and in order, that share a blocking key.

    The number of pairs grows linearly with the number of profiles: in a large block each is
    paired with its neighbours in the order of the titles alone.
    """
    blocks: dict[str, list[int]] = defaultdict(list)
    wanted = _thin_authors(profiles)
    for position, item in enumerate(profiles):
        for key in dict.fromkeys(blocking_keys(item, wanted)):
            blocks[key].append(position)
    pairs: set[tuple[int, int]] = set()
    while blocks:
        key, members = blocks.popitem()
        if len(members) > 1:
            found = _pairs(members, profiles)
            thin = key.startswith(_BY_AUTHOR)
            pairs.update((p for p in found if _has_thin(p, profiles)) if thin else found)
    return tuple(sorted(pairs))


def blocking_keys(item: Profile, thin_authors: frozenset[str] = frozenset()) -> Iterator[str]:
    """The keys of a profile. ``thin_authors`` are the names by which untitled ones are sought."""
    yield from _title_keys(item)
    yield from _author_keys(item, thin_authors)
    if item.doi:
        yield f"doi:{item.doi}"
    if is_specific(item.url):
        yield f"url:{item.url}"
    for number in sorted(item.serials):
        yield f"serial:{number}"
    if item.shelfmark:
        yield f"shelf:{item.shelfmark}"
    if item.numbering.volume and item.numbering.pages:
        yield f"place:{item.numbering.volume}:{item.numbering.pages.first}"
    if item.untitled:
        for container in item.containers:
            yield f"container:{container.phrase}"
            if item.nameless:
                yield f"outlet:{container.words[0]}"


def _title_keys(item: Profile) -> Iterator[str]:
    letters = "".join(item.title.content)
    if letters:
        yield f"head:{letters[:_TITLE_LETTERS]}"
        yield f"tail:{letters[-_TITLE_LETTERS:]}"


def _author_keys(item: Profile, thin_authors: frozenset[str]) -> Iterator[str]:
    date = issued(item)
    start = "".join(item.title.content)[:3]
    for name in sorted(author_words(item)):
        if date:
            yield f"author-year:{name}:{date.year}"
        if start:
            yield f"author-title:{name}:{start}"
        if name in thin_authors:
            yield f"{_BY_AUTHOR}{name}"


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
    return item.untitled or not (item.containers or issued(item))


def _has_thin(pair: tuple[int, int], profiles: Sequence[Profile]) -> bool:
    return _is_thin(profiles[pair[0]]) or _is_thin(profiles[pair[1]])


def _pairs(members: Sequence[int], profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    reach = len(members)
    ordered = members
    if len(members) > _SMALL_BLOCK:
        ordered = sorted(members, key=lambda m: (profiles[m].title.content, profiles[m].signature))
        reach = _NEIGHBOURS
    for place, first in enumerate(ordered):
        for second in ordered[place + 1 : place + 1 + reach]:
            yield (min(first, second), max(first, second))
