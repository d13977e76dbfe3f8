"""Values whose form alone gives them away: addresses, identifiers, days of access."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from citekit.fields.identifiers import find_identifiers

# What announces an identifier, and the address of a service right before it.
_RESOLVER = re.compile(
    r"(?:\b(?:doi|isbn(?:-1[03])?|issn|pmid|pmcid|arxiv)\s?[:.]?\s{0,2})?"
    r"(?:(?:https?\s?:\s?/\s?/\s?)?(?:(?:dx\.|www\.)?doi\.org/|arxiv\.org/(?:abs|pdf)/)\s?)?\Z",
    re.IGNORECASE,
)
_LONGEST_RESOLVER = 40
# An address without its scheme: a host in a common top-level domain, and a path.
_BARE_URL = re.compile(
    r"(?<![\w@/.:-])(?:[a-z0-9-]{2,63}\.){1,5}"
    r"(?:com|org|net|edu|gov|int|info|eu|de|fr|uk|ca|it|es|ch|at|nl|au|jp|kr|cn|ru|br|us|pl|cz|se|no|dk|fi|be|pt|ie|nz)"
    r"/[^\s<>\"“”«»]{0,500}"
)
# The number that Mathematical Reviews gave to a work, as its house styles print it last.
_REVIEW = re.compile(r"(?<![^\W_])MR\s?\d{6,7}(?!\d)")


@dataclass(frozen=True, slots=True)
class Lock:
    """A stretch, ``start`` to ``end`` in code points, half-open, that holds a ``variable``.

    The value itself begins at ``value``, after its cue and a resolver's address.
    """

    start: int
    end: int
    variable: str
    value: int


def find_locks(text: str) -> tuple[Lock, ...]:
    """The stretches that need no tagger, sorted, not overlapping; linear time.

    An identifier wins over a day of access that overlaps it.

    >>> [lock.variable for lock in find_locks("http://a.org/ (accessed 3 May 2011)")]
    ['URL', 'accessed']
    """
    locks: list[Lock] = []
    for found in find_identifiers(text):
        address = _RESOLVER.search(text, max(0, found.start - _LONGEST_RESOLVER), found.start)
        start = address.start() if address else found.start
        locks.append(Lock(start, found.end, found.kind.value, found.start))
    for match in _BARE_URL.finditer(text):
        end = match.start() + len(match.group().rstrip(".,;:)]'’"))
        locks.append(Lock(match.start(), end, "URL", match.start()))
    locks.extend(Lock(*m.span(), "number", m.start()) for m in _REVIEW.finditer(text))
    for match in _access_date().finditer(text):
        start, end = match.span("before" if match["date"] is None else "date")
        locks.append(Lock(match.start(), end, "accessed", start))
    locks.sort(key=lambda lock: (lock.start, lock.variable == "accessed"))
    kept: list[Lock] = []
    for lock in locks:
        if not kept or lock.start >= kept[-1].end:
            kept.append(lock)
    return tuple(kept)


@cache
def _access_date() -> re.Pattern[str]:
    """A cue, at most three linking words, and a date that names its year."""
    source = (files("citekit.refparser") / "data" / "access.toml").read_text(encoding="utf-8")
    table = tomllib.loads(source)
    cues = "|".join(_spaced(cue) for cue in sorted(table["cues"], key=len, reverse=True))
    links = "|".join(map(re.escape, table["links"]))
    months = "|".join(sorted(map(re.escape, set(table["months"].split())), key=len, reverse=True))
    day = r"\d{1,2}(?:\s?(?:st|nd|rd|th|er|º|°|\.))?"
    month = rf"(?:{months})\b\.?"
    year = r"\d{4}(?!\d)"
    unspaced = r"\d{4}\s?[년年]\s?\d{1,2}\s?[월月]\s?\d{1,2}\s?[일日]"
    dates = (
        rf"{day}\s{{0,3}}(?:of\s|de\s)?{month}(?:\sde)?[,.]?\s{{0,3}}{year}",
        rf"{month}\s{{0,3}}{day}\s?,?\s{{0,3}}{year}",
        rf"{year}[,]?\s{{0,3}}{month}\s{{0,3}}{day}",
        rf"{month}\s{{0,3}}{year}",
        rf"{year}\s?[-/.‐‑–]\s?\d{{1,2}}\s?[-/.‐‑–]\s?\d{{1,2}}(?!\d)",
        r"\d{1,2}\s?[-/.‐‑–]\s?\d{1,2}\s?[-/.‐‑–]\s?(?:\d{4}|\d{2})(?!\d)",
        unspaced,
    )
    behind = "|".join(map(re.escape, table["behind"]))
    return re.compile(
        rf"(?<!\w)(?:{cues})[\s:,;]{{0,3}}(?:(?:{links})[\s:.]{{1,3}}){{0,3}}(?P<date>{'|'.join(dates)})"
        rf"|(?P<before>{unspaced})(?=に?(?:最終)?\s?(?:{behind}))",
        re.IGNORECASE,
    )


def _spaced(cue: str) -> str:
    """The cue with any white space where it has a blank."""
    return r"\s{1,3}".join(map(re.escape, cue.split()))
