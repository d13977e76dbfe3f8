"""One name: its parts in their order, with blanks, separators, affixes and formatting.

Source: CSL 1.0.2, "Name-part Order", "Name-part", "Global Options" (particles).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from citekit.csl.item import Name
from citekit.csl.nodes import PLAIN, Look, NamePart
from citekit.csl.rendering.initials import initialize, normalize_initials
from citekit.csl.rendering.name_options import NameOptions
from citekit.csl.rendering.name_scripts import is_east_asian
from citekit.csl.tree import Node, Output, plain_text
from citekit.csl.typography import dress, parse_markup

FAMILY_ONLY, INITIALS, FULL = range(3)
"""How much of the given name shows: none, its initials, all."""

_NO_BREAK = "\u00a0"
# Languages whose typography keeps a particle on the line of its family name (as citeproc-js).
_TYING_LANGUAGES = frozenset({"cs", "fr", "ru"})
# Italian prepositions cut short before a word, unlike those elided into it: "de' Medici".
_CUT_SHORT = frozenset({"co’", "da’", "de’", "ne’", "pe’", "su’"})
_TYING_ENDS = ("’", "-", "\u2010", "\u2011", "\u02bc", "\u02bb")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands and how much of it shows.

    ``is_inverted`` asks for the family name first, ``level`` says how much of the given name
    shows; ``language`` is that of the work, for text-case.
    """

    is_inverted: bool
    level: int
    language: str = ""


def is_invertible(name: Name) -> bool:
    """Whether ``name-as-sort-order`` changes the order of the parts of ``name``."""
    return not (name.literal or name.static_ordering or is_east_asian(name.family))


def concatenate(pieces: Sequence[Output]) -> Output:
    """``pieces`` one after the other, as a string where all of them are strings."""
    kept = [piece for piece in pieces if piece]
    if all(isinstance(piece, str) for piece in kept):
        return "".join(piece for piece in kept if isinstance(piece, str))
    return kept[0] if len(kept) == 1 else Node(kept)


def join(pieces: Sequence[Output], separator: str) -> Output:
    """``pieces`` that print something, with ``separator`` between them."""
    joined: list[Output] = []
    for piece in pieces:
        if piece:
            if joined:
                joined.append(separator)
            joined.append(piece)
    return concatenate(joined)


class NameWriter:
    """Writes names under the options and name-parts of one ``cs:name``."""

    def __init__(self, options: NameOptions, parts: Sequence[NamePart], language: str) -> None:
        """Take what depends on the style alone; ``language`` is that of the locale."""
        looks = {part.name: part.look for part in parts}
        self._options = options
        self._family = looks.get("family", PLAIN)
        self._given = looks.get("given", PLAIN)
        self._tie = _NO_BREAK if language[:2] in _TYING_LANGUAGES else " "
        self._cache: dict[tuple[Name, Place], Output] = {}

    @property
    def has_text_case(self) -> bool:
        """Whether the language of a work changes how its names print."""
        return bool(self._family.text_case or self._given.text_case)

    def write(self, name: Name, place: Place) -> Output:
        """``name`` as it prints at ``place``."""
        key = (name, place)
        found = self._cache.get(key)
        if found is None:
            found = self._cache[key] = self._compose(name, place)
        return found

    def _compose(self, name: Name, place: Place) -> Output:
        if self._options.is_sort_key:
            return self._sort_key(name, place)
        if name.literal:
            return _bare(parse_markup(name.literal), self._family, place.language)
        if not (name.family or name.non_dropping_particle):
            return self._given_alone(name, place)
        if name.static_ordering or is_east_asian(name.family):
            return self._family_first(name, place)
        if place.is_inverted:
            return self._inverted(name, place)
        return self._displayed(name, place)

    def _given_text(self, name: Name, level: int) -> str:
        """The given name as text at ``level``."""
        options = self._options
        if level == FAMILY_ONLY:
            return ""
        if level == FULL or not name.family:
            return name.given
        if options.initialize_with is None:
            if not options.forces_initials:
                return name.given
            return initialize(name.given, "", keeps_hyphen=options.keeps_hyphen)
        if not options.initializes:
            return normalize_initials(name.given, options.initialize_with)
        return initialize(name.given, options.initialize_with, keeps_hyphen=options.keeps_hyphen)

    def _suffix(self, name: Name) -> Output:
        mark = self._options.initialize_with
        suffix = name.suffix if mark is None else normalize_initials(name.suffix, mark)
        return parse_markup(suffix) if suffix else ""

    def _particle(self, particle: str, look: Look, language: str) -> Output:
        curled = particle.strip().replace("'", "’")
        return _bare(curled, look, language) if curled else ""

    def _blank_after(self, particle: str) -> str:
        """What stands between ``particle`` and the word after it."""
        curled = particle.replace("'", "’")
        ties = curled.endswith(_TYING_ENDS)
        if ties and curled.rpartition(" ")[2].lower() not in _CUT_SHORT:
            return ""
        return self._tie

    def _bound(self, particles: Sequence[tuple[str, Look]], word: Output, language: str) -> Output:
        """``word`` behind ``particles``."""
        pieces: list[Output] = []
        for particle, look in particles:
            if particle:
                pieces += [self._particle(particle, look, language), self._blank_after(particle)]
        if not word and pieces:
            pieces.pop()
        return concatenate([*pieces, word])

    def _family_name(self, name: Name, language: str) -> Output:
        return _bare(parse_markup(name.family), self._family, language) if name.family else ""

    def _given_name(self, name: Name, place: Place) -> Output:
        text = self._given_text(name, place.level)
        return _bare(parse_markup(text), self._given, place.language) if text else ""

    def _given_alone(self, name: Name, place: Place) -> Output:
        given = _bare(parse_markup(name.given), self._given, place.language) if name.given else ""
        whole = join([given, self._suffix(name)], ", " if name.comma_suffix else " ")
        return _enclosed(whole, self._given)

    def _family_first(self, name: Name, place: Place) -> Output:
        family = self._bound(
            [(name.non_dropping_particle, self._family)],
            self._family_name(name, place.language),
            place.language,
        )
        given = self._given_name(name, place)
        touches = is_east_asian(name.family) and is_east_asian(name.given)
        whole = join([family, given], "" if touches else " ")
        suffix = self._suffix(name) if place.level != FAMILY_ONLY else ""
        return join([whole, suffix], ", " if name.comma_suffix else " ")

    def _inverted(self, name: Name, place: Place) -> Output:
        language = place.language
        family = self._family_name(name, language)
        given = self._given_name(name, place)
        particle, look = name.non_dropping_particle, self._family
        shows_all = place.level != FAMILY_ONLY
        behind: list[Output] = [given]
        if shows_all:
            behind.append(self._particle(name.dropping_particle, self._given, language))
        if self._options.demotion == "display-and-sort" and shows_all:
            behind.append(self._particle(particle, look, language))
        else:
            family = self._bound([(particle, look)], family, language)
        pieces = [_enclosed(family, self._family), _enclosed(join(behind, " "), self._given)]
        if shows_all:
            pieces.append(self._suffix(name))
        return join(pieces, self._options.sort_separator)

    def _displayed(self, name: Name, place: Place) -> Output:
        language = place.language
        family = self._family_name(name, language)
        particle = (name.non_dropping_particle, self._family)
        if place.level == FAMILY_ONLY:
            return _enclosed(self._bound([particle], family, language), self._family)
        dropping = (name.dropping_particle, self._given)
        if name.dropping_particle and name.non_dropping_particle:
            family = self._bound([particle], family, language)
            family = join([self._particle(*dropping, language), family], self._tie)
        else:
            family = self._bound([dropping, particle], family, language)
        family = join([family, self._suffix(name)], ", " if name.comma_suffix else " ")
        given = _enclosed(self._given_name(name, place), self._given)
        blank = self._blank_before_family(place.level)
        return join([given, _enclosed(family, self._family)], blank)

    def _blank_before_family(self, level: int) -> str:
        """One blank, unless an affix of the name-parts brings its own."""
        if self._given.suffix[-1:].isspace() or self._family.prefix[:1].isspace():
            return ""
        ties = level == INITIALS and _NO_BREAK in (self._options.initialize_with or "")
        return self._tie if ties else " "

    def _sort_key(self, name: Name, place: Place) -> str:
        """The parts in the order of the specification's table for sorting, without formatting."""
        if name.literal:
            return plain_text(parse_markup(name.literal))
        family, particle = name.family, name.non_dropping_particle
        dropping = name.dropping_particle if place.level != FAMILY_ONLY else ""
        suffix = name.suffix if place.level != FAMILY_ONLY else ""
        if self._options.demotion == "never":
            family, particle = f"{particle} {family}".strip(), ""
        given = self._given_text(name, place.level) if family else name.given
        pieces = (family, f"{dropping} {particle}".strip(), given, suffix)
        texts = (plain_text(parse_markup(piece)) for piece in pieces if piece)
        return " ".join(texts).replace("’", "")


def _bare(output: Output, look: Look, language: str) -> Output:
    """``output`` in ``look`` without its affixes, which surround more than one part."""
    if look == PLAIN:
        return output
    return dress(output, replace(look, prefix="", suffix=""), language)


def _enclosed(output: Output, look: Look) -> Output:
    if not output or not (look.prefix or look.suffix):
        return output
    return Node((output,), prefix=look.prefix, suffix=look.suffix)
