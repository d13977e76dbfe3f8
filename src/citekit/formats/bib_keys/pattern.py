"""Patterns for citation keys, ``[auth:lower][year]``, in the notation of JabRef.

Source: JabRef manual, "Customize the citation key generator", of which the markers for names,
titles, dates and pages are here, and its modifiers but for ``regex``; ``condense``,
``skipwords`` and ``words`` are Better BibTeX's filters.
"""

import re
from dataclasses import dataclass
from functools import cache

from citekit.errors import ConfigError
from citekit.formats.bib_keys.markers import MARKERS
from citekit.formats.bib_keys.modifiers import MODIFIERS
from citekit.formats.bib_keys.people import split_role
from citekit.formats.bib_tidy.tables import standard_order
from citekit.text.data import load_words

# What every reader of .bib files and every kind of document takes in the midst of a key.
_LITERAL = re.compile(r"[A-Za-z0-9_:.+/-]+")
_MARKER = re.compile(r"([A-Za-z]+(?:\.[A-Za-z]+)*)(\d{1,3})?(?:_(\d{1,3}))?")
_MODIFIER = re.compile(r"([A-Za-z]+)(\d{1,3})?(?:\(([_:.+/-])\))?")
_DEEPEST = 5
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Modifier:
    """A change to the words of a marker, with its number or its sign where it has one."""

    name: str
    number: int = 0
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands in brackets: ``name`` in lower case, its numbers, its modifiers in order.

    ``fallback`` is evaluated where the marker gives nothing.
    """

    name: str
    numbers: tuple[int, ...] = ()
    modifiers: tuple[Modifier, ...] = ()
    fallback: "KeyPattern | None" = None


@dataclass(frozen=True, slots=True)
class KeyPattern:
    """A pattern: letters that stand for themselves, and markers."""

    parts: tuple[str | Marker, ...]


def parse_pattern(text: str) -> KeyPattern:
    """The pattern that ``text`` is.

    Raises:
        ConfigError: It is none; the message names the column and what may stand there.

    Example:
        >>> parse_pattern("[auth3:lower]-[year:(nd)]").parts[1]
        '-'
    """
    if len(text) > _LONGEST:
        raise ConfigError(f"a pattern for keys has at most {_LONGEST} letters, not {len(text)}")
    parser = _Parser(text)
    pattern = parser.pattern(0)
    if parser.place < len(text):
        raise parser.error("cannot stand in a key; use letters, digits and _ : . + / -")
    if not any(isinstance(part, Marker) for part in pattern.parts):
        raise ConfigError(f"the pattern {text!r} has no marker; write one as in '[auth][year]'")
    return pattern


@cache
def marker_fields() -> frozenset[str]:
    """The fields that a marker may name."""
    return frozenset(standard_order()) | load_words(
        "citekit.formats.bib_keys", "bib_keys", "more_fields"
    )


class _Parser:
    """A pattern and the place in it that was reached."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.place = 0

    def error(self, what: str) -> ConfigError:
        shown = self._text[self.place : self.place + 1]
        subject = f"{shown!r} in column {self.place + 1}" if shown else "the end"
        return ConfigError(f"in the pattern {self._text!r} {subject} {what}")

    def pattern(self, depth: int) -> KeyPattern:
        if depth > _DEEPEST:
            raise self.error(f"is a fallback within {_DEEPEST} others")
        parts: list[str | Marker] = []
        while True:
            literal = _LITERAL.match(self._text, self.place)
            if literal:
                parts.append(literal[0])
                self.place = literal.end()
            elif self._text[self.place : self.place + 1] == "[":
                self.place += 1
                parts.append(self._marker(depth))
            else:
                return KeyPattern(tuple(parts))

    def _marker(self, depth: int) -> Marker:
        match = _MARKER.match(self._text, self.place)
        name = match[1].lower() if match else ""
        known = split_role(name).name in MARKERS or name in marker_fields()
        if match is None or not known:
            shown = match[0] if match else self._text[self.place :]
            raise ConfigError(
                f"in the pattern {self._text!r} {shown!r} in column {self.place + 1} is no marker;"
                " there are auth, authors, authEtAl, authorsAlpha, edtr, year, shortyear, title,"
                " shorttitle, veryshorttitle, firstpage, journal, entrytype and all fields"
            )
        self.place = match.end()
        numbers = tuple(int(number) for number in match.groups()[1:] if number)
        modifiers: list[Modifier] = []
        fallback = None
        while self._takes(":"):
            if self._takes("("):
                fallback = self.pattern(depth + 1)
                if not self._takes(")"):
                    raise self.error("stands where ')' must close the fallback")
            else:
                modifiers.append(self._modifier())
        if not self._takes("]"):
            raise self.error("stands where ']' must close the marker")
        return Marker(name, numbers, tuple(modifiers), fallback)

    def _modifier(self) -> Modifier:
        match = _MODIFIER.match(self._text, self.place)
        if match is None or match[1].lower() not in MODIFIERS:
            raise self.error(f"begins no modifier; there are {', '.join(MODIFIERS)}, (fallback)")
        self.place = match.end()
        return Modifier(match[1].lower(), int(match[2] or 0), match[3] or "")

    def _takes(self, letter: str) -> bool:
        is_there = self._text[self.place : self.place + 1] == letter
        self.place += is_there
        return is_there
