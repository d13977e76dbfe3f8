"""How the journals, newspapers, sites or books that two works came out in agree."""

from rapidfuzz.distance import LCSseq

from citekit.model.variables import ItemType
from citekit.resolver.finding import NOTHING, Finding, Verdict
from citekit.resolver.profile import Profile
from citekit.resolver.wording import Wording, word_list
from citekit.resolver.wording_relation import Relation, relate

_INITIALS = 2
_DAILY = frozenset((ItemType.ARTICLE_NEWSPAPER, ItemType.ARTICLE_MAGAZINE))


def compare_containers(a: Profile, b: Profile) -> Finding:
    """What the containers say; a publisher or series of the same name counts for the container."""
    if not a.containers and not b.containers:
        return _same_host(a, b)
    if not a.containers or not b.containers:
        return _container_as_host(a, b)
    best = NOTHING
    for first in a.containers:
        for second in b.containers:
            found = _relation(first, second)
            best = max(best, found, key=lambda finding: finding.weight)
    if best.verdict is not Verdict.SILENT:
        return best
    if a.venues & b.venues:
        return Finding(Verdict.CLOSE, 1.5, "two names under which many same works stand")
    names = f"‘{a.containers[0].phrase}’ and ‘{b.containers[0].phrase}’"
    daily = a.type in _DAILY and b.type in _DAILY
    return Finding(Verdict.DIFFERENT, -5.0 if daily else -3.5, f"in different places: {names}")


def is_abbreviation(short: Wording, long: Wording) -> bool:
    """Whether ``short`` may stand for ``long``: "Curr Opin Lipidol", "PNAS", "Stanford UP"."""
    if not short.content or len(short.joined) >= len(long.joined):
        return False
    if len(short.words) == 1 and _is_initials(short.joined, long.words):
        return True
    heads = (long.words, *(long.words[:size] for size in sorted(long.breaks)))
    return any(_abbreviates(short.content, _telling(head)) for head in heads)


def _telling(words: tuple[str, ...]) -> tuple[str, ...]:
    stop = word_list("stop")
    return tuple(word for word in words if word not in stop) or words


def _abbreviates(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether every word of ``short`` cuts one of ``long``, or is the initials of several."""
    at = 0
    for piece in short:
        if at < len(long) and _is_cut(piece, long[at]):
            at += 1
        elif len(piece) >= _INITIALS and piece == "".join(
            word[0] for word in long[at : at + len(piece)]
        ):
            at += len(piece)
        else:
            return False
    return at == len(long)


def _relation(first: Wording, second: Wording) -> Finding:
    relation = relate(first, second)
    if relation is Relation.EQUAL:
        return Finding(Verdict.EQUAL, 2.0, "same container")
    if relation in (Relation.CLOSE, Relation.SHORTENED):
        return Finding(Verdict.CLOSE, 1.5, "containers equal but for spelling or subtitle")
    if is_abbreviation(first, second) or is_abbreviation(second, first):
        return Finding(Verdict.CLOSE, 1.5, "one container abbreviates the other")
    if relation is Relation.PHRASE or _is_head(first, second) or _is_head(second, first):
        return Finding(Verdict.PARTIAL, 0.5, "one container's name is part of the other")
    return NOTHING


def _is_head(short: Wording, long: Wording) -> bool:
    size = len(short.words)
    return size < len(long.words) and long.words[:size] == short.words


def _is_initials(word: str, words: tuple[str, ...]) -> bool:
    return len(word) >= _INITIALS and word in (
        "".join(part[0] for part in words),
        "".join(part[0] for part in _telling(words)),
    )


def _is_cut(piece: str, word: str) -> bool:
    if piece[0] != word[0] or len(piece) > len(word):
        return False
    return word.startswith(piece) or (
        piece[-1] == word[-1] and LCSseq.similarity(piece, word) == len(piece)
    )


def _same_host(a: Profile, b: Profile) -> Finding:
    if any(_matches(x, y) for x in a.hosts for y in b.hosts):
        return Finding(Verdict.PARTIAL, 1.0, "same publisher or series")
    return NOTHING


def _container_as_host(a: Profile, b: Profile) -> Finding:
    if any(_matches(x, y) for x in a.containers or b.containers for y in (*a.hosts, *b.hosts)):
        return Finding(Verdict.PARTIAL, 1.0, "the container of one is the publisher of the other")
    return NOTHING


def _matches(first: Wording, second: Wording) -> bool:
    return _relation(first, second).agrees
