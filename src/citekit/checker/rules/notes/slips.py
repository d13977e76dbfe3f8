"""Whether two wordings differ as a slip of the pen would make them."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz.distance import OSA

from citekit.text.folding import fold

_SHORTEST = 5
_LONG = 8
_ALIKE = 3


def is_slip(one: str, other: str) -> bool:
    """Whether two different words are so alike that one is likely the other misspelt."""
    first, second = fold(one), fold(other)
    if first == second or min(len(first), len(second)) < _SHORTEST:
        return False
    if any(letter.isdigit() for letter in first + second):
        return False
    return OSA.distance(first, second, score_cutoff=2) <= (
        2 if max(len(first), len(second)) >= _LONG else 1
    )


def slipped_word(one: str, other: str) -> tuple[str, str] | None:
    """The two words in which the texts differ, if they differ in one word and that by a slip."""
    words, others = fold(one).split(), fold(other).split()
    if len(words) != len(others):
        return None
    pairs = [pair for pair in zip(words, others, strict=True) if pair[0] != pair[1]]
    return pairs[0] if len(pairs) == 1 and is_slip(*pairs[0]) else None


def main_title(title: str) -> str:
    """``title`` without its subtitle."""
    return title.partition(":")[0].strip()


def close_titles(titles: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The pairs of folded titles that differ in one word by a slip.

    Only titles that are alike but for one word are compared, and of these words only those that
    begin or end alike, which keeps the cost near that of reading them.
    """
    groups: dict[tuple[int, str, str], list[str]] = {}
    for title in titles:
        words = title.split()
        for place, word in enumerate(words):
            rest = " ".join((*words[:place], "", *words[place + 1 :]))
            if len(word) >= _SHORTEST and rest.strip():
                for end in (f"{word[:_ALIKE]}…", f"…{word[-_ALIKE:]}"):
                    groups.setdefault((place, rest, end), []).append(title)
    seen: set[tuple[str, str]] = set()
    for (place, _, _), group in groups.items():
        for pair in combinations(group, 2):
            if pair not in seen and is_slip(*(title.split()[place] for title in pair)):
                seen.add(pair)
                yield pair
