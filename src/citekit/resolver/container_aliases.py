"""Different names of one journal or series, learned from the references themselves."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from citekit.resolver.compare_container import compare_containers
from citekit.resolver.compare_dates import compare_dates
from citekit.resolver.compare_names import shared_share
from citekit.resolver.finding import Verdict
from citekit.resolver.profile import Profile

# So many works have to appear under both names, and be at least this share of the works of
# either name that appear under another name at all.
_WORKS = 5
_SHARE = 0.5
# Only titles of so many telling words bear witness, and only with all authors in common.
_TITLE_WORDS = 4


def with_container_aliases(
    profiles: Sequence[Profile], pairs: Iterable[tuple[int, int]]
) -> list[Profile]:
    """The profiles, those told apart by two names of one container marked as being in one.

    A conference that one source calls by its acronym and another by its full name shares no
    word. But where many works agree in title, authors and year and stand under the one name
    here and the other there, the names are of one container.
    """
    works: dict[tuple[str, str], set[str]] = defaultdict(set)
    for first, second in pairs:
        names = _witness(profiles[first], profiles[second])
        if names:
            works[names].add(profiles[first].title.phrase)
    totals: Counter[str] = Counter()
    for names, titles in works.items():
        totals.update(dict.fromkeys(names, len(titles)))
    venues: dict[str, set[str]] = defaultdict(set)
    for names, titles in sorted(works.items()):
        count = len(titles)
        if count >= _WORKS and all(count >= _SHARE * totals[name] for name in names):
            for name in names:
                venues[name].add(" = ".join(names))
    if not venues:
        return list(profiles)
    return [_marked(item, venues) for item in profiles]


def _witness(a: Profile, b: Profile) -> tuple[str, str] | None:
    """The two names, if one work plainly stands under both."""
    if a.title.words != b.title.words or not a.containers or not b.containers:
        return None
    names = a.containers[0].phrase, b.containers[0].phrase
    if names[0] == names[1] or len(a.title.content) < _TITLE_WORDS:
        return None
    if compare_dates(a, b).verdict is not Verdict.EQUAL:
        return None
    if not a.authors or shared_share(a.authors, b.authors) < 1.0:
        return None
    if compare_containers(a, b).verdict is not Verdict.DIFFERENT:
        return None
    return (min(names), max(names))


def _marked(item: Profile, venues: dict[str, set[str]]) -> Profile:
    if not item.containers or item.containers[0].phrase not in venues:
        return item
    return replace(item, venues=frozenset(venues[item.containers[0].phrase]))
