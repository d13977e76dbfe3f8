"""One name taken apart."""

import re
from functools import lru_cache

from citekit.fields.east_asian_names import family_class, is_western_given, split_cjk
from citekit.fields.name_order import NameOrder, order_of_words
from citekit.fields.name_words import (
    is_bare_initials,
    is_capital_particle,
    is_degree,
    is_initial,
    is_particle,
    is_role,
    is_suffix,
    is_title,
    phrases_of,
    recased,
    words_of,
)
from citekit.fields.organisations import is_organisation, without_acronym
from citekit.model.reference import Literal, Name, PersonalName
from citekit.text.folding import fold, strip_markup
from citekit.text.script import is_cjk

_LONGEST = 300
_FEWEST_WITH_SUFFIX = 3
_SHORTEST_ACRONYM = 3
_MARKS = re.compile(
    r"[*†‡§¶\\{}_^]+|(?<=[^\W\d_]|\.)\d{1,2}(?:,\d{1,2}\b){0,8}(?!\w)|<[^<>]{0,80}>"
)
_COMMAS = re.compile(r"\s*,(?:\s*,)*\s*")
_BLANKS = re.compile(r"\s+")
_FRENCH = re.compile(r"([^()]{2,60}?)\s*\(((?:[^\W\d_]{1,2}\.[-\s]?){1,4})\)")
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]{0,60}[)\]]")
_GLUED_INITIALS = re.compile(r"(?<=[^\W\d_]\.)(?=[^\W\d_]{3,})")
# Quotation marks around a name, but not the apostrophe of a particle: "'t Hooft", "Ann d'".
_APOSTROPHES = re.compile(r"^['’](?![tn] )|(?<!\b[dl])['’]$")
_EDGES = ' ,;:/|&+-–—·•~="“”„'


def clean_name(text: str) -> str:
    """``text`` without markup, footnote marks, doubled commas and punctuation around it."""
    plain = _MARKS.sub("", strip_markup(text))
    plain = _COMMAS.sub(", ", _BLANKS.sub(" ", plain.replace("\x00", " ")))
    plain = _APOSTROPHES.sub("", plain.strip(_EDGES)).strip(_EDGES)
    if plain.endswith(".") and not is_initial(plain.rpartition(" ")[2]):
        last = plain.rpartition(" ")[2]
        if not (is_suffix(last) or is_degree(last) or len(last) < 4):  # noqa: PLR2004  # "Inc."
            plain = plain[:-1]
    return plain


def _without_titles(words: list[str]) -> list[str]:
    while len(words) > 1 and is_title(words[0]):
        words = words[1:]
    while len(words) > 1 and _is_after_name(words[-1], words[:-1]):
        words = words[:-1]
    return words


def _is_after_name(last: str, before: list[str]) -> bool:
    """Whether ``last`` is a degree or a role; in "Smith MD" and "Smith, M.D." it is initials."""
    if last[:1] in ("(", "[") and is_role(last.strip("()[],")):
        return True
    if not is_degree(last):
        return False
    return last != last.upper() or (
        len(before) > 1
        and not any(is_particle(word) or is_capital_particle(word) for word in before)
    )


def _cut_suffix(words: list[str]) -> tuple[list[str], str]:
    if len(words) >= _FEWEST_WITH_SUFFIX and is_suffix(words[-1]):
        return words[:-1], words[-1]
    return words, ""


def _family_name(words: list[str], given: list[str], suffix: str) -> PersonalName:
    """The name with the family name ``words``, whose particles in small letters are set apart."""
    cut = 0
    while cut < len(words) - 1 and is_particle(words[cut]):
        cut += 1
    # A particle may also stand after the given names: "Beethoven, Ludwig van".
    kept = len(given)
    while kept > 1 and is_particle(given[kept - 1]):
        kept -= 1
    particle = " ".join([*given[kept:], *words[:cut]])
    return PersonalName(
        family=" ".join(recased(word) for word in words[cut:]),
        given=" ".join(_given_word(word) for word in given[:kept]),
        non_dropping_particle=particle,
        suffix=suffix,
    )


def _given_word(word: str) -> str:
    return word if is_initial(word) else recased(word)


def _inverted(family: str, given: str, suffix: str) -> PersonalName:
    words, own_suffix = _cut_suffix(family.split())
    return _family_name(words, _without_titles(given.split()), suffix or own_suffix)


def _spanish(words: list[str]) -> bool:
    families = words_of("spanish_families")
    return len(words) > 2 and all(fold(word) in families for word in words[-2:])  # noqa: PLR2004  # a count of words


def _start_of_family(words: list[str]) -> int:
    """The index at which the family name of a name with the given names first begins."""
    last = len(words) - 1
    for index in range(1, last):
        if words[index].lower() in words_of("family_joins") and index > 1:
            return index - 1
        if is_particle(words[index]):
            return index
    if _spanish(words):
        return last - 1
    start = last
    while start > 1 and is_capital_particle(words[start - 1]):
        start -= 1
    return start


def _family_first_cut(words: list[str]) -> int:
    """How many words the family name has when it stands first."""
    cut = 0
    while cut < len(words) - 1 and (is_particle(words[cut]) or is_capital_particle(words[cut])):
        cut += 1
    cut += 1
    if is_initial(words[-1]):
        cut = len(words) - 1
        while cut > 1 and is_initial(words[cut - 1]):
            cut -= 1
    return min(cut, len(words) - 1)


def _ends_with_affiliation(words: list[str]) -> bool:
    """Whether an acronym stands after a whole name: "Jane B. Doe OECD"."""
    return (
        len(words) > _FEWEST_WITH_SUFFIX
        and len(words[-1]) >= _SHORTEST_ACRONYM
        and words[-1].isalpha()
        and words[-1].isupper()
        and not words[0].isupper()
        and any(is_initial(word) for word in words[1:-2])
        and not (words[-2].isupper() or is_initial(words[-2]) or is_particle(words[-2]))
    )


def _may_stand_first(words: list[str]) -> bool:
    """Whether an inverted list settles that the first word is the family name: "Li Wei"."""
    return is_bare_initials(words[-1]) or (
        family_class(words[0]) > 0 and not is_western_given(words[0])
    )


def _without_comma(text: str, suffix: str, *, family_first: bool | None) -> PersonalName:
    words, own_suffix = _cut_suffix(_without_titles(text.split()))
    suffix = suffix or own_suffix
    if _ends_with_affiliation(words):
        words = words[:-1]
    if len(words) == 1:
        return PersonalName(family=recased(words[0]), suffix=suffix)
    order = order_of_words(words).order
    if order is NameOrder.UNKNOWN and family_first and _may_stand_first(words):
        order = NameOrder.FAMILY_FIRST
    if order is NameOrder.FAMILY_FIRST:
        cut = _family_first_cut(words)
        return _family_name(words[:cut], words[cut:], suffix)
    if is_particle(words[0]):
        return _family_name(words, [], suffix)
    start = _start_of_family(words)
    return _family_name(words[start:], words[:start], suffix)


def _with_commas(text: str, *, family_first: bool | None) -> PersonalName:
    first, *rest = [part for part in text.split(", ") if part]
    suffix = ""
    kept = [first]
    for part in rest:
        if (
            is_suffix(part)
            and not suffix
            and (part != part.upper() or " " in first or len(kept) > 1)
        ):
            suffix = part
        elif not (_is_after_name(part, first.split()) or is_role(part.strip(". ()[]"))):
            kept.append(part)
    if len(kept) < 2:  # noqa: PLR2004  # nothing but suffixes after the comma
        return _without_comma(first, suffix, family_first=family_first)
    return _inverted(kept[0], " ".join(kept[1:]), suffix)


@lru_cache(maxsize=8192)
def _parse(text: str, family_first: bool | None) -> Name:  # noqa: FBT001  # the cache needs it
    plain = clean_name(text)
    folded = fold(plain)
    if not folded or folded in phrases_of("unknown"):
        return Literal(plain)
    if folded in phrases_of("others"):
        return Literal("others")
    french = _FRENCH.fullmatch(plain)
    if french and " " not in french[1]:
        return _inverted(french[1], french[2], "")
    body = without_acronym(plain)
    if is_organisation(body):
        return Literal(body)
    plain = _ASIDE.sub("", plain).strip(_EDGES) or plain
    if is_cjk(plain):
        parts = split_cjk(plain.replace(",", " ").replace("，", " "))
        return PersonalName(*parts) if parts else PersonalName(plain)
    plain = _GLUED_INITIALS.sub(" ", plain)
    if "," in plain:
        return _with_commas(plain, family_first=family_first)
    return _without_comma(plain, "", family_first=family_first)


def parse_name(text: str, *, family_first: bool | None = None) -> Name:
    """One name in its parts, a body or something that is no name as ``Literal``.

    A particle in small letters before the family name ("van", "de", "von") always becomes the
    non-dropping particle; with a capital it is part of the family name ("De Niro"). Titles and
    degrees go, words all in capitals get small letters. Without a comma the order is judged
    from the name itself (see :mod:`citekit.fields.name_order`); where nothing tells, the given
    names come first. ``family_first`` says that the name stands in an inverted list.

    Example:
        >>> parse_name("Ludwig van Beethoven")  # doctest: +NORMALIZE_WHITESPACE
        PersonalName(family='Beethoven', given='Ludwig', dropping_particle='',
                     non_dropping_particle='van', suffix='')
    """
    return _parse(text, family_first) if len(text) <= _LONGEST else Literal(" ".join(text.split()))
