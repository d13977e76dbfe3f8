"""An entry of a ``.bib`` file, and how it is laid out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from citekit.formats.findings import FormatCode, finding
from citekit.model.diagnostic import Diagnostic

# All but what BibTeX, biber, pandoc and a LaTeX command take in a key.
_BAD_IN_KEY = re.compile(r"[^\w:.;+/*!?-]+")


@dataclass(frozen=True, slots=True)
class BibField:
    """A field with its value in LaTeX, or as a macro if ``bare`` (``month = jun``)."""

    name: str
    value: str
    bare: bool = False


@dataclass(frozen=True, slots=True)
class BibEntry:
    """An entry with its fields in order."""

    type: str
    key: str
    fields: tuple[BibField, ...]


@dataclass(frozen=True, slots=True)
class SafeKeys:
    """Keys that may be written, one for each that was asked for, and what was changed."""

    keys: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def safe_keys(keys: Iterable[str], *, fold: bool) -> SafeKeys:
    """``keys`` without characters that break a ``.bib`` file, and each only once.

    ``fold`` tells apart keys without regard to case, as BibTeX does; biber minds the case.
    """
    given = list(keys)
    form = str.lower if fold else str
    # A key that was mended never takes that of an entry whose key is sound.
    sound = {form(key) for key in given if key and not _BAD_IN_KEY.search(key)}
    safe: list[str] = []
    taken: set[str] = set()
    counters: dict[str, count[int]] = {}
    diagnostics: list[Diagnostic] = []
    for key in given:
        new = key
        if not key or _BAD_IN_KEY.search(key):
            new = _BAD_IN_KEY.sub("-", key).strip("-") or "entry"
        if form(new) in taken or (new != key and form(new) in sound):
            new = next(
                numbered
                for number in counters.setdefault(new, count(2))
                if form(numbered := f"{new}-{number}") not in taken and form(numbered) not in sound
            )
        taken.add(form(new))
        safe.append(new)
        if new != key:
            message = f"the key {key!r} is empty, repeated or has characters that break BibTeX"
            hint = f"Cite it as {new!r}."
            diagnostics.append(finding(FormatCode.KEY_CHANGED, message, hint=hint))
    return SafeKeys(tuple(safe), tuple(diagnostics))


def _lines(entry: BibEntry) -> Iterator[str]:
    width = max((len(field.name) for field in entry.fields), default=0)
    yield f"@{entry.type}{{{entry.key},"
    for field in entry.fields:
        value = field.value if field.bare else f"{{{field.value}}}"
        yield f"  {field.name:<{width}} = {value},"
    yield "}"


def format_entries(entries: Sequence[BibEntry]) -> str:
    """The entries in their order, ``=`` in one column, an empty line between two entries."""
    return "\n\n".join("\n".join(_lines(entry)) for entry in entries) + ("\n" if entries else "")
