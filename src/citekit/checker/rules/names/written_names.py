"""The names of a list as they are written, each with its place in the value."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from citekit.checker.bib_field import Field
from citekit.checker.plain_values import plain_value
from citekit.formats.bib_values import brace_depths, list_spans
from citekit.text.data import load_words

NAME_FIELDS = load_words(__package__, "names", "fields")
"""The fields of names in BibTeX and BibLaTeX."""

_LATIN = [chr(code) for code in range(0x41, 0x250)]
_UPPER = "".join(letter for letter in _LATIN if letter.isupper())
_LOWER = "".join(letter for letter in _LATIN if letter.islower()) + "'’"
# A letter with an accent in LaTeX: {\"o}, \'{e}, {\c c}, {\ss}.
_LATEX = r"\{\\[a-zA-Z\"'`^~=.]\s?\{?\\?[a-zA-Z]\}?\}|\\[\"'`^~=.]\{?[a-zA-Z]\}?"
_WORD = rf"(?:[{_UPPER}]|{_LATEX})(?:[{_LOWER}]|{_LATEX})+(?:[{_UPPER}][{_LOWER}]+)?"
_PARTICLES = r"(?:(?:van|von|de|der|den|di|da|del|la|le|du|dos)[ ]){0,3}"
_FAMILY = rf"{_PARTICLES}{_WORD}(?:-{_WORD}){{0,2}}"
_INITIAL = rf"[{_UPPER}]\.(?:-[{_UPPER}]\.)?"
_TITLE = r"(?!(?:Dr|Prof|Professor|Mrs?|Ms|Herr|Frau)\b)"
_GIVEN = rf"{_TITLE}(?:{_WORD}|{_INITIAL})(?:[ -](?:{_WORD}|{_INITIAL})){{0,3}}"
# Most names at a glance: with letters of western Europe, any blanks, and initials with or without
# full stops. What a name takes is never given back: no list of many is tried in many ways.
_BIG, _SMALL = "A-ZÀ-ÖØ-Þ", "a-zß-öø-ÿ'’"
_PLAIN_WORD = rf"[{_BIG}][{_SMALL}]+(?:[{_BIG}][{_SMALL}]+)?"
# Without a full stop it has no word beside it, which may make a degree of both: "Ph D", "D Sc".
_PLAIN_INITIAL = rf"[{_BIG}](?:\.(?:-[{_BIG}]\.)?|\b(?<!\b\w\w\s\w)(?!\s++[{_BIG}]\w))"
_PLAIN_FAMILY = rf"{_PARTICLES}{_PLAIN_WORD}(?:-{_PLAIN_WORD}){{0,2}}"
_PLAIN_GIVEN = rf"(?:{_PLAIN_WORD}|{_PLAIN_INITIAL})"
_PLAIN_NAME = (
    rf"(?>{_PLAIN_FAMILY},\s++{_TITLE}{_PLAIN_GIVEN}(?:(?:\s++|-){_PLAIN_GIVEN}){{0,3}}"
    rf"|{_TITLE}(?:{_PLAIN_WORD}\s++)?(?:[{_BIG}]\.\s++){{1,3}}{_PLAIN_FAMILY})"
)
_PLAIN_LIST = re.compile(rf"(?:{_PLAIN_NAME}(?:\Z|\s++and\s++(?=\S)))++(?:others)?")
_COMMA = re.compile(",")
_ASSIGNMENT = re.compile(r'\s*"?\s*[A-Za-z][A-Za-z-]*\s*=')


@cache
def _ordinary() -> re.Pattern[str]:
    """What most names are like; made late, since that takes long."""
    return re.compile(
        rf"{_FAMILY}, {_GIVEN}|{_TITLE}(?:{_WORD} )?(?:{_INITIAL} ){{1,3}}{_FAMILY}|others"
    )


class Part(NamedTuple):
    """A part of a name between commas, at ``start`` to ``end`` of the value."""

    text: str
    start: int
    end: int


class WrittenName(NamedTuple):
    """A name of a list, at ``start`` to ``end`` of the value; an empty one has no length.

    ``parts`` are those between commas outside braces, without blanks around them.
    """

    text: str
    start: int
    end: int
    parts: tuple[Part, ...]

    @property
    def plain(self) -> str:
        """The name as a reader sees it."""
        return plain_value(self.text)

    @property
    def is_braced(self) -> bool:
        """Whether all of it stands in one pair of braces, so that nothing takes it apart."""
        text = self.text
        return text[:1] == "{" and text[-1:] == "}" and _closes_last(text)

    @property
    def is_extended(self) -> bool:
        """Whether it is in BibLaTeX's extended format ("family=Berg, given=Jan")."""
        return _ASSIGNMENT.match(self.text) is not None

    @property
    def words(self) -> list[str]:
        """The words of a name without comma as a reader sees them."""
        return self.plain.split()


def _closes_last(text: str) -> bool:
    """Whether the first brace of ``text`` is closed by its last one."""
    return all(brace_depths(text)[1:-1])


class WrittenNames(NamedTuple):
    """The names of a value.

    ``odd`` are those but for the ones that are like most names, "Family, Given" in mixed case;
    ``odd_persons`` those of them that programs take apart.
    """

    names: tuple[WrittenName, ...]
    odd: tuple[WrittenName, ...]
    odd_persons: tuple[WrittenName, ...]


def has_odd_names(field: Field) -> bool:
    """Whether a name of ``field`` may be unlike most names: the gate of what looks at odd ones.

    It is closed where every name is like most, and "others" stands nowhere but at the end.
    """
    return _PLAIN_LIST.fullmatch(field.value) is None


@lru_cache(maxsize=8192)
def names_of(value: str) -> WrittenNames:
    """The names of ``value``, empty ones among them unless it has no other."""
    if not value.strip():
        return _NO_NAMES
    names = tuple(_written(value, start, end) for start, end in list_spans(value))
    ordinary = _ordinary()
    odd = tuple(one for one in names if not ordinary.fullmatch(one.text))
    return WrittenNames(names, odd, tuple(one for one in odd if _is_person(one)))


_NO_NAMES = WrittenNames((), (), ())


def persons(field: Field) -> tuple[WrittenName, ...]:
    """The names of ``field`` that are taken apart: neither empty, braced, extended nor "others"."""
    return tuple(one for one in names_of(field.value).names if _is_person(one))


def odd_persons(field: Field) -> tuple[WrittenName, ...]:
    """Those of ``persons`` that are not like most names."""
    return names_of(field.value).odd_persons


def _is_person(name: WrittenName) -> bool:
    text = name.text
    if not text or text.lower() == "others":
        return False
    return not (text[0] == "{" and name.is_braced) and not ("=" in text and name.is_extended)


def _written(value: str, start: int, end: int) -> WrittenName:
    text = value[start:end]
    if "," not in text:
        return WrittenName(text, start, end, (Part(text, start, end),))
    commas = [match.start() for match in _COMMA.finditer(text)]
    if "{" in text:
        depths = brace_depths(text)
        commas = [place for place in commas if depths[place] == 0]
    starts, ends = [0, *[place + 1 for place in commas]], [*commas, len(text)]
    parts = tuple(
        _part(text[low:high], start + low) for low, high in zip(starts, ends, strict=True)
    )
    return WrittenName(text, start, end, parts)


def _part(text: str, start: int) -> Part:
    """``text``, which stands at ``start``, without blanks around it."""
    bare = text.lstrip()
    start += len(text) - len(bare) if bare else 0
    bare = bare.rstrip()
    return Part(bare, start, start + len(bare))
