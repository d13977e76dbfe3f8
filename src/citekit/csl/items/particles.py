"""Particles and suffixes that were typed into the family or the given name.

What was typed behind the family name ("Ludwig | van Beethoven") stays with it when the name is
inverted, so it is non-dropping; what was typed behind the given name ("Ludwig van | Beethoven") is
dropping. A particle begins with a small letter.

Source: CSL 1.0.2, "Particles"; the ``parse-names`` flag of CSL-JSON (citeproc-js manual).
"""

import re
from dataclasses import replace

from citekit.csl.item import Name

# A word up to a blank, or up to the hyphen or apostrophe that ties it to the next one.
_LEADING = re.compile(r"([^ ]+?(?:[ʻ’'-] *| +))(?=[^ ])")
# A word at the end, with the blank before it.
_TRAILING = re.compile(r"(?<=[^ ]) +([^ ]+) *$")
_FIRST_LETTER = re.compile(r"[-'ʻ’\s]*(.)")
_SUFFIX = re.compile(r"\s*,(!?)\s*")
_APOSTROPHES = ("'", "’", "ʻ")
_LONGEST = 300
_INITIAL_LENGTH = 2


def _begins_small(word: str) -> bool:
    match = _FIRST_LETTER.match(word)
    return match is not None and match[1].upper() != match[1]


def _split_family(family: str) -> tuple[str, str]:
    """The particles before the family name, and the name.

    Particles keep a blank at their end where it tells "de' Medici" from "d'Aubignac".
    """
    start = 0
    while (match := _LEADING.match(family, start)) and _begins_small(match[1]):
        start = match.end()
    particle = family[:start]
    stripped = particle.strip()
    if particle.endswith(" ") and stripped.endswith(_APOSTROPHES):
        stripped += " "
    return stripped, family[start:]


def _is_initial(word: str) -> bool:
    return len(word) == _INITIAL_LENGTH and word.endswith(".")


def _split_given(given: str) -> tuple[str, str]:
    """The given name, and the particles behind it."""
    end = len(given)
    while (match := _TRAILING.search(given, 0, end)) and _begins_small(match[1]):
        if _is_initial(match[1]):
            break
        end = match.start()
    return given[:end].rstrip(), given[end:].strip()


def _split_suffix(name: Name) -> Name:
    match = _SUFFIX.search(name.given)
    if match is None or name.suffix:
        return name
    return replace(
        name,
        given=name.given[: match.start()],
        suffix=name.given[match.end() :],
        comma_suffix=name.comma_suffix or bool(match[1]),
    )


def parse_particles(name: Name) -> Name:
    """``name`` with the particles and the suffix inside its parts set apart.

    A suffix follows a comma in the given name, ``,!`` asking for a comma in print too. Parts
    that the name states itself are left as they are.

    Example:
        >>> name = parse_particles(Name(family="van der Vlist", given="Eric, Jr."))
        >>> name.non_dropping_particle, name.family, name.suffix
        ('van der', 'Vlist', 'Jr.')
    """
    if max(len(name.family), len(name.given)) > _LONGEST:
        return name
    name = _split_suffix(name)
    if not name.non_dropping_particle:
        particle, family = _split_family(name.family)
        if particle:
            name = replace(name, non_dropping_particle=particle, family=family)
    if not name.dropping_particle:
        given, particle = _split_given(name.given)
        if particle:
            name = replace(name, given=given, dropping_particle=particle)
    return name
