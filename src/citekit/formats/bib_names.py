"""Names as BibTeX and BibLaTeX write them."""

import re
from collections.abc import Sequence
from functools import lru_cache

from citekit.formats.bib_values import join_list, split_list, split_top_level
from citekit.formats.latex_decoding import decode_latex
from citekit.formats.latex_encoding import encode_latex
from citekit.model.reference import Literal, Name, PersonalName

OTHERS = Literal("others")
_AND = re.compile(r"(?<!\S)and(?!\S)", re.IGNORECASE)
# A name of nothing but letters, digits, blanks, points, hyphens and apostrophes needs no braces.
_UNSAFE = re.compile(r"[^\w\s.'’\-‐‑]|^\W*$")
_BRACED_IN_LATEX = re.compile(r"[{}~^\\<]")
_PART_NAME = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)?")
_MOST_PARTS = 3
# What most names are, and nothing in them is LaTeX: "Knuth, Donald E.".
_SIMPLE = re.compile(
    r"([A-Za-z.]+(?:['-][A-Za-z.]+)*), ([A-Za-z.]+(?:['-][A-Za-z.]+|[ ][A-Za-z.]+)*)"
)


def is_particle_word(word: str) -> bool:
    r"""Whether BibTeX takes ``word`` for a particle: its first letter outside braces is small.

    An accented letter such as ``{\'E}``, BibTeX's "special character", counts as a letter.
    """
    depth = 0
    for place, letter in enumerate(word):
        if letter == "\\" and depth <= 1 and word[max(0, place - 1) : place] in {"", "{"}:
            plain = decode_latex(word[place - depth :])
            return next((sign.islower() for sign in plain if sign.isalpha()), False)
        depth += (letter == "{") - (letter == "}")
        if depth == 0 and letter.isalpha():
            return letter.islower()
    return False


def _braced(text: str, latex: str) -> str:
    """``latex`` in braces if ``text`` would not survive as one part of a name."""
    unsafe = _UNSAFE.search(text) is not None or _AND.search(text) is not None
    return f"{{{latex.strip(' ')}}}" if unsafe else latex.strip(" ")


def _family(name: PersonalName, dialect: str) -> str:
    """The family name, in braces if BibTeX would find a particle or several words where none is."""
    latex = encode_latex(name.family, dialect)
    words = name.family.split()
    looks_like_particle = len(words) > 1 and any(is_particle_word(word) for word in words[:-1])
    alone = not (name.given or name.suffix or _particles(name))
    if looks_like_particle or (alone and len(words) > 1):
        return f"{{{latex}}}"
    return _braced(name.family, latex)


def _particles(name: PersonalName) -> str:
    return " ".join(filter(None, (name.dropping_particle, name.non_dropping_particle)))


def _confuses_biber(name: PersonalName) -> bool:
    """Whether there is a comma in a part along with braces, where biber counts wrongly."""
    parts = (_particles(name), name.family, name.given, name.suffix)
    return any("," in part for part in parts) and any(
        _BRACED_IN_LATEX.search(part) for part in parts
    )


def format_name(name: Name, dialect: str) -> str:
    """The name as ``von Last, Jr, First``; a ``Literal`` in braces, so that it is not taken apart.

    Source: BibTeXing (Patashnik 1988), section 4, item 18; BibLaTeX manual, section 2.3.3.
    """
    if isinstance(name, Literal):
        return f"{{{encode_latex(name.text, dialect)}}}"
    if _confuses_biber(name):
        spoken = (name.given, _particles(name), name.family, name.suffix)
        return f"{{{encode_latex(' '.join(filter(None, spoken)), dialect)}}}"
    particles = encode_latex(_particles(name), dialect)
    particles = _braced(_particles(name), particles) if particles.strip(" ") else ""
    parts = [" ".join(filter(None, (particles, _family(name, dialect))))]
    if name.suffix:
        parts.append(_braced(name.suffix, encode_latex(name.suffix, dialect)))
    if name.given or name.suffix:
        parts.append(_braced(name.given, encode_latex(name.given, dialect)) or "{}")
    return ", ".join(parts)


def format_names(names: Sequence[Name], dialect: str) -> str:
    """The names joined by ``and``; ``Literal("others")`` at the end is BibTeX's ``and others``."""
    shown = [format_name(name, dialect) for name in names]
    if len(names) > 1 and names[-1] == OTHERS:
        shown[-1] = "others"
    return join_list(shown)


def uses_prefix(names: Sequence[Name]) -> bool:
    """Whether a name has a particle that stays with the family name (BibLaTeX's useprefix)."""
    return any(isinstance(name, PersonalName) and name.non_dropping_particle for name in names)


def _split_particles(words: Sequence[str]) -> int:
    """How many of ``words`` are particles, where the last one never is."""
    count = len(words) - 1
    while count > 0 and not is_particle_word(words[count - 1]):
        count -= 1
    return count


def _plain(words: Sequence[str]) -> str:
    return decode_latex(" ".join(words))


def _personal(
    particles: str, family: str, given: str = "", suffix: str = "", *, useprefix: bool
) -> PersonalName:
    if useprefix:
        return PersonalName(family, given, "", particles, suffix)
    return PersonalName(family, given, particles, "", suffix)


def _parse_first_last(words: Sequence[str], *, useprefix: bool) -> PersonalName:
    first = next((place for place, word in enumerate(words[:-1]) if is_particle_word(word)), None)
    if first is None:
        return PersonalName(_plain(words[-1:]), _plain(words[:-1]))
    rest = words[first:]
    count = _split_particles(rest)
    return _personal(
        _plain(rest[:count]), _plain(rest[count:]), _plain(words[:first]), useprefix=useprefix
    )


def _parse_extended(parts: Sequence[str], *, useprefix: bool) -> PersonalName | None:
    """A name in BibLaTeX's extended format: ``family=Berg, given=Jan, prefix=van den``."""
    values: dict[str, str] = {}
    for part in parts:
        name, equals, value = part.strip().strip('"').partition("=")
        if not equals or not _PART_NAME.fullmatch(name.strip()):
            return None
        values[name.strip().lower()] = decode_latex(value.strip())
    if "family" not in values:
        return None
    useprefix = values.get("useprefix", str(useprefix)).lower() == "true"
    return _personal(
        values.get("prefix", ""),
        values["family"],
        values.get("given", ""),
        values.get("suffix", ""),
        useprefix=useprefix,
    )


# People write many works, and libraries hold many of one person's.
@lru_cache(maxsize=16384)
def parse_name(text: str, *, useprefix: bool = False) -> Name | None:
    """The name that ``text`` is by BibTeX's rules, ``None`` for an empty one.

    A name wholly in braces is a ``Literal``. Particles are dropping ones unless ``useprefix``, as
    in BibLaTeX. More than two commas are no error: the rest stays with the given name.

    Example:
        >>> parse_name("van den Berg, Jr., Jan")
        PersonalName(family='Berg', given='Jan', dropping_particle='van den', \
non_dropping_particle='', suffix='Jr.')
    """
    text = text.strip()
    simple = _SIMPLE.fullmatch(text)
    if simple:
        return PersonalName(simple[1], simple[2])
    if text.startswith("{") and split_top_level(text, "}")[1:] == [""]:
        literal = decode_latex(text)
        return Literal(literal) if literal else None
    parts = [part.strip() for part in split_top_level(text, ",")]
    extended = _parse_extended(parts, useprefix=useprefix) if "=" in parts[0] else None
    if extended is not None:
        return extended
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    words = split_top_level(parts[0], " ~\t\n")
    if len(parts) == 1:
        found = _parse_first_last(words, useprefix=useprefix) if words else None
        return found if found is not None and (found.family or found.given) else None
    count = _split_particles(words)
    suffix = decode_latex(parts[1]) if len(parts) >= _MOST_PARTS else ""
    given = decode_latex(", ".join(parts[2:] if len(parts) >= _MOST_PARTS else parts[1:]))
    return _personal(
        _plain(words[:count]), _plain(words[count:]), given, suffix, useprefix=useprefix
    )


def parse_names(text: str, *, useprefix: bool = False) -> tuple[Name, ...]:
    """The names of a list joined by ``and``, empty ones left out."""
    found: list[Name] = []
    for part in split_list(text):
        if part.strip().lower() == "others":
            found.append(OTHERS)
            continue
        name = parse_name(part, useprefix=useprefix)
        if name is not None:
            found.append(name)
    return tuple(found)
