"""Patterns of names as they begin a citation: initials, family names, lists of family names."""

CAPITAL = "A-ZÀ-ÖØ-ÞА-Я"

INITIALS = rf"(?:[{CAPITAL}]\.[\s-]?){{0,3}}"
"""Up to three initials with their stops, or none."""

_PARTICLE = r"(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er|[Dd]u|[Dd]i|[Dd]ella|[Ll]a|[Ll]e|Mc|Mac|O’|O')"

SURNAME = rf"(?:{_PARTICLE}[\s-]?){{0,2}}[{CAPITAL}][^\W\d_][\w’'-]*"
"""A family name with up to two particles."""

_NEXT = (
    rf"\s?/\s?{SURNAME}"
    rf"|,\s{SURNAME}(?=,|\s(?:and|und|et|&|e|y)\s)"
    rf"|,?\s(?:and|und|et|&|e|y)\s{INITIALS}{SURNAME}"
)

SURNAMES = rf"{SURNAME}(?:{_NEXT}){{0,4}}"
"""Up to five family names, parted by slashes, commas or a conjunction."""

_CONJUNCTIONS = ("and", "und", "et", "e", "y", "i")
_PARTICLES = ("de", "van", "von", "der", "den", "du", "la", "le", "di", "da", "del", "della", "al")

SMALL_WORDS = frozenset((*_CONJUNCTIONS, *_PARTICLES))
"""Words in lower case that stand inside names: conjunctions and particles."""
