"""The ISBNs in a value, of which there may be several."""

import re
from dataclasses import dataclass

_RUN = re.compile(r"[\dXx](?:[\s‐‑‒–-]{0,2}[\dXx])*")
_WORD = re.compile(r"\S+")
_LENGTHS = frozenset({10, 13})
_SEPARATORS = re.compile(r"[\s‐‑‒–-]+")
_FEWEST = 7
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number at ``start`` to ``end`` of a value; ``digits`` has it without separators."""

    start: int
    end: int
    written: str
    digits: str


def numbers_in(value: str) -> tuple[FoundNumber, ...]:
    """The runs of digits in ``value`` that may be meant as ISBNs, however long."""
    if len(value) > _LONGEST:
        return ()
    found: list[FoundNumber] = []
    for run in _RUN.finditer(value):
        one = _number(run[0], run.start())
        if len(one.digits) in _LENGTHS or not re.search(r"\s", run[0]):
            found.append(one)
        else:
            parts = _WORD.finditer(run[0])
            found += [_number(part[0], run.start() + part.start()) for part in parts]
    return tuple(one for one in found if len(one.digits) >= _FEWEST)


def _number(written: str, start: int) -> FoundNumber:
    digits = _SEPARATORS.sub("", written).upper()
    return FoundNumber(start, start + len(written), written, digits)
