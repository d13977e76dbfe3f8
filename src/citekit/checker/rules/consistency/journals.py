"""The journals of a project, and which of them are written in abbreviated form."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from citekit.checker.bib_field import Field
from citekit.checker.bib_file import Entry
from citekit.text.data import load_words
from citekit.text.folding import fold

JOURNALS = frozenset({"journal", "journaltitle"})
_CUT = re.compile(r"[^\W\d_]{1,12}\.(?=[\s:,-]|$)")
_WORD = re.compile(r"[^\W\d_]+")
_LONG_WORD = 8
# More journals with the same initials tell nothing.
_MOST_PAIRS = 2000


class Journal(NamedTuple):
    """A spelling of a journal as a reader sees it, and the fields that have it."""

    plain: str
    fields: list[Field]


def journals_of(entries: Iterable[Entry]) -> Mapping[str, Journal]:
    """The journals of ``entries`` by their spelling, in the order in which they appear."""
    found: dict[str, Journal] = {}
    for entry in entries:
        for field in entry.fields:
            if field.name in JOURNALS and field.plain:
                found.setdefault(field.plain, Journal(field.plain, [])).fields.append(field)
    return found


def is_abbreviated(plain: str) -> bool:
    """Whether a third of the words are cut: with a full stop, or such as are known to be cut."""
    words = _WORD.findall(plain)
    known = load_words(__package__, "variants", "abbreviated")
    cut = len(_CUT.findall(plain))
    if not cut and len(words) > 1:
        cut = sum(fold(word) in known for word in words)
    return bool(cut) and cut * 3 >= len(words)


def is_full(plain: str) -> bool:
    """Whether a title plainly has nothing cut and could be: it has a long word, or an "of"."""
    words = _WORD.findall(plain)
    if len(words) == 1 or _CUT.search(plain) or is_abbreviated(plain):
        return False
    return "of" in words or max(map(len, words), default=0) >= _LONG_WORD


def full_forms(journals: Iterable[Journal]) -> dict[str, Journal]:
    """The full form of each abbreviated journal of ``journals`` that has just one among them.

    Only those whose words have the same initials are compared, so that the cost stays linear.
    """
    from citekit.resolver.compare_container import is_abbreviation
    from citekit.resolver.wording import wording

    everything = list(journals)
    by_initials: dict[str, list[Journal]] = {}
    for journal in everything:
        by_initials.setdefault(_initials(journal.plain), []).append(journal)
    found: dict[str, Journal] = {}
    for same in by_initials.values():
        shorts = [journal for journal in same if is_abbreviated(journal.plain)]
        longs = [journal for journal in same if not is_abbreviated(journal.plain)]
        longs += by_initials.get("", [])
        if len(shorts) * len(longs) > _MOST_PAIRS:
            continue
        for short in shorts:
            own = wording(short.plain)
            fitting = [long for long in longs if is_abbreviation(own, wording(long.plain))]
            if len({fold(long.plain) for long in fitting}) == 1:
                found[short.plain] = fitting[0]
    return found


def _initials(plain: str) -> str:
    from citekit.resolver.wording import word_list

    stop = word_list("stop")
    return "".join(word[0] for word in fold(plain).split() if word not in stop)
