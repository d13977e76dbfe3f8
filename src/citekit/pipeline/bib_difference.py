"""What changes between two states of a ``.bib`` file, line by line."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_LINE = re.compile(r"[^\n]*+\n|[^\n]++")
_HEAD = re.compile(r"[ \t]*+@[^\s{(]++\s*+[{(]\s*+([^\s,]++)")
_CONTEXT = 3
_NO_END = "\\ No newline at end of file\n"
# Comparing costs the product of the lengths; what is longer counts as replaced as a whole.
_MOST = 250_000

_Signed = tuple[str, str]


def difference(path: str, before: str, after: str, *, what: str = "tidy") -> str:
    """What changes from ``before`` to ``after`` as a unified diff; empty if nothing does.

    ``what`` names the second state.

    Entries are compared with those of their key, so that the time is linear in the texts.
    """
    if before == after:
        return ""
    lines = list(_signed(_LINE.findall(before), _LINE.findall(after)))
    hunks = "".join(_hunks(lines))
    return f"--- {path}\n+++ {path} ({what})\n{hunks}"


def _signed(old: Sequence[str], new: Sequence[str]) -> Iterator[_Signed]:
    """The lines of both with ``-``, ``+`` or a blank before them, in their order."""
    at_old = at_new = 0
    for end_old, end_new in [*_anchors(old, new), (len(old), len(new))]:
        yield from _compared(old[at_old:end_old], new[at_new:end_new])
        at_old, at_new = end_old, end_new


def _anchors(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the same entries begin in both, in the order of both."""
    places = _heads(new)
    last = -1
    for key, place in _heads(old).items():
        other = places.get(key, -1)
        if other > last:
            yield place, other
            last = other


def _heads(lines: Sequence[str]) -> dict[str, int]:
    """The line in which the first entry of each key begins."""
    found: dict[str, int] = {}
    for place, line in enumerate(lines):
        match = _HEAD.match(line)
        if match:
            found.setdefault(match[1], place)
    return found


def _compared(old: Sequence[str], new: Sequence[str]) -> Iterator[_Signed]:
    if len(old) * len(new) > _MOST and len(old) == len(new):
        # As in a long document with other keys, where no line comes or goes.
        changes = [
            ("equal" if old[at] == new[at] else "replace", at, at + 1, at, at + 1)
            for at in range(len(old))
        ]
    elif len(old) * len(new) > _MOST:
        changes = [("replace", 0, len(old), 0, len(new))]
    else:
        changes = list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())
    for tag, start, end, new_start, new_end in changes:
        if tag == "equal":
            yield from ((" ", line) for line in old[start:end])
        else:
            yield from (("-", line) for line in old[start:end])
            yield from (("+", line) for line in new[new_start:new_end])


def _hunks(lines: Sequence[_Signed]) -> Iterator[str]:
    """The changed lines with three about them, each group below the lines that it stands for."""
    ranges: list[list[int]] = []
    for place, (sign, _) in enumerate(lines):
        if sign == " ":
            continue
        start, end = max(0, place - _CONTEXT), min(len(lines), place + _CONTEXT + 1)
        if ranges and start <= ranges[-1][1]:
            ranges[-1][1] = end
        else:
            ranges.append([start, end])
    seen = old = new = 0
    for start, end in ranges:
        old += sum(sign != "+" for sign, _ in lines[seen:start])
        new += sum(sign != "-" for sign, _ in lines[seen:start])
        of_old = sum(sign != "+" for sign, _ in lines[start:end])
        of_new = sum(sign != "-" for sign, _ in lines[start:end])
        yield f"@@ -{_range(old, of_old)} +{_range(new, of_new)} @@\n"
        for sign, line in lines[start:end]:
            yield sign + line if line.endswith("\n") else f"{sign}{line}\n{_NO_END}"
        seen, old, new = end, old + of_old, new + of_new


def _range(before: int, count: int) -> str:
    """A range as the format has it: ``before`` lines stand before it."""
    if count == 1:
        return str(before + 1)
    return f"{before + 1 if count else before},{count}"
