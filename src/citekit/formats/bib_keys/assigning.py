"""New keys for a whole library by a pattern, each told apart from all others."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from types import MappingProxyType

from citekit.formats.bib_blocks import RawEntry
from citekit.formats.bib_inheritance import resolve_inheritance
from citekit.formats.bib_keys.evaluation import evaluate_pattern
from citekit.formats.bib_keys.pattern import KeyPattern
from citekit.text.data import load_words

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LONGEST_SUFFIX = 2


@dataclass(frozen=True, slots=True)
class KeyPlan:
    """What becomes of the keys of a library.

    ``renames`` has the new key of each key that changes, by the old one. ``unnamed`` are keys
    that stay since the pattern makes none of their entry, ``ambiguous`` those that stay since
    several entries have them of which the pattern makes different ones.
    """

    renames: Mapping[str, str]
    unnamed: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()


def plan_keys(
    entries: Sequence[RawEntry], pattern: KeyPattern, *, taken: Iterable[str] = ()
) -> KeyPlan:
    """The keys that ``entries``, all of a library, get by ``pattern``.

    A key that fits the pattern stays, with or without a letter that tells it apart. Others that
    want one key get it in the order of the library, the first as it is, the next with ``a``,
    ``b``, …; keys that differ in case alone count as one, as BibTeX has it. What stays,
    aliases (``ids``), and the keys in ``taken`` are never given to an entry. To plan the
    result again changes nothing.
    """
    wanted = _wanted(entries, pattern)
    bases = {key: found.pop() for key, found in wanted.items() if len(found) == 1 and all(found)}
    shared = Counter(bases.values())
    staying = {
        key for key in wanted if key not in bases or _fits(key, bases[key], shared[bases[key]])
    }
    others = (*staying, *_aliases(entries), *_other_keys(entries), *taken)
    used = {key.casefold() for key in others}
    renames: dict[str, str] = {}
    suffixes: dict[str, Iterator[str]] = {}
    for key, base in bases.items():
        if key not in staying:
            new = _free(base, suffixes.setdefault(base.casefold(), _suffixes()), used)
            used.add(new.casefold())
            if new != key:
                renames[key] = new
    left = [key for key in wanted if key not in bases]
    return KeyPlan(
        MappingProxyType(renames),
        tuple(key for key in left if not any(wanted[key])),
        tuple(key for key in left if any(wanted[key])),
    )


def fits_pattern(key: str, entry: RawEntry, pattern: KeyPattern) -> bool:
    """Whether ``pattern`` makes ``key`` of ``entry``, but for letters that tell entries apart.

    An entry of which it makes none fits. ``entry`` is one with all that it takes over.
    """
    base = evaluate_pattern(pattern, entry)
    return not base or _fits(key, base, _LONGEST_SUFFIX)


def _wanted(entries: Sequence[RawEntry], pattern: KeyPattern) -> dict[str, set[str]]:
    """The keys that the pattern makes of the entries, by the key that they have."""
    unnamed = load_words("citekit.formats.bib_keys", "bib_keys", "unnamed_types")
    wanted: dict[str, set[str]] = {}
    for entry in resolve_inheritance(entries):
        if entry.key and entry.type not in unnamed:
            wanted.setdefault(entry.key, set()).add(evaluate_pattern(pattern, entry))
    return wanted


def _fits(key: str, base: str, sharing: int) -> bool:
    """Whether the key is the base with nothing or letters behind it.

    Behind a letter they count only where several entries share the base, since they could as
    well be the rest of a longer word.
    """
    if not key.startswith(base):
        return False
    suffix = key[len(base) :]
    is_suffix = len(suffix) <= _LONGEST_SUFFIX and all(letter in _LETTERS for letter in suffix)
    return not suffix or (is_suffix and (sharing > 1 or base[-1].isdigit()))


def _suffixes() -> Iterator[str]:
    yield ""
    yield from _LETTERS
    yield from (first + second for first in _LETTERS for second in _LETTERS)
    yield from (f"-{number}" for number in count(len(_LETTERS)))


def _free(base: str, suffixes: Iterator[str], taken: set[str]) -> str:
    return next(base + suffix for suffix in suffixes if (base + suffix).casefold() not in taken)


def _aliases(entries: Sequence[RawEntry]) -> Iterator[str]:
    for entry in entries:
        yield from filter(None, map(str.strip, entry.fields.get("ids", "").split(",")))


def _other_keys(entries: Sequence[RawEntry]) -> Iterator[str]:
    unnamed = load_words("citekit.formats.bib_keys", "bib_keys", "unnamed_types")
    return (entry.key for entry in entries if entry.type in unnamed)
