"""Names with the family name first, as reference managers write them in one text."""

from citekit.fields.name_words import is_particle
from citekit.fields.names import parse_name
from citekit.fields.organisations import is_organisation
from citekit.model.reference import Literal, Name, PersonalName

OTHERS = Literal("others")
_OTHERS_WORDS = {"others", "et al", "et al.", "and others"}


def _joined(*parts: str) -> str:
    """The parts with blanks between them, none after an apostrophe."""
    text = ""
    for part in filter(None, parts):
        text += part if not text or text.endswith(("'", "’")) else f" {part}"
    return text


def family_part(name: PersonalName) -> str:
    """The family name with its particle, and the dropping one where no given name takes it."""
    dropping = "" if name.given else name.dropping_particle
    return _joined(dropping, name.non_dropping_particle, name.family)


def given_part(name: PersonalName) -> str:
    """The given name with the particle that is dropped with it: ``Ludwig van``."""
    return _joined(name.given, name.dropping_particle) if name.given else ""


def split_particles(family: str, given: str = "", suffix: str = "") -> PersonalName:
    """A name with its particles: words in small letters before the family name.

    Those that are dropped stand after the given name.

    Source: citeproc-js manual, "Names", on particles in the family and given fields.

    Example:
        >>> split_particles("van den Berg", "Jan").non_dropping_particle
        'van den'
    """
    words, given_words = family.split(), given.split()
    before = 0
    while before < len(words) - 1 and words[before][0].islower():
        before += 1
    after = len(given_words)
    while after > 1 and given_words[after - 1].islower() and is_particle(given_words[after - 1]):
        after -= 1
    return PersonalName(
        " ".join(words[before:]),
        " ".join(given_words[:after]),
        " ".join(given_words[after:]),
        " ".join(words[:before]),
        suffix,
    )


def is_others(text: str) -> bool:
    """Whether ``text`` says that names were left out: ``et al.``."""
    return text.strip().lower() in _OTHERS_WORDS


def format_inverted(name: Name) -> str:
    """``Family, Given, Suffix``; an organisation ends in a comma, so that no program inverts it.

    Source: EndNote user guide, "Author names in the EndNote import format", "Corporate authors".
    """
    if isinstance(name, Literal):
        return "et al." if name == OTHERS else f"{name.text},"
    parts = [family_part(name), given_part(name), name.suffix]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    return ", ".join(parts)


def parse_inverted(text: str) -> Name | None:
    """The name that ``text`` is, ``None`` for an empty one.

    Without a comma the given name comes first, as in refer, unless it is an organisation's.
    """
    text = " ".join(text.split())
    if is_others(text):
        return OTHERS
    if text.endswith(","):
        return Literal(text.rstrip(", ")) if text.strip(", ") else None
    family, comma, rest = text.partition(",")
    if comma:
        given, _, suffix = rest.partition(",")
        return split_particles(family.strip(), given.strip(), suffix.strip())
    if not text:
        return None
    if is_organisation(text):
        return Literal(text)
    return PersonalName(text) if " " not in text else parse_name(text)
