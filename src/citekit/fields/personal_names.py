"""One name taken apart."""

import re
from functools import lru_cache

from citekit.fields.east_asian_names import split_cjk
from citekit.fields.family_names import (
    end_of_family,
    is_family_alone,
    may_stand_first,
    start_of_family,
)
from citekit.fields.name_list_edges import cut_others
from citekit.fields.name_order import NameOrder, order_of_words
from citekit.fields.name_words import (
    is_capital_particle,
    is_degree,
    is_initial,
    is_particle,
    is_role,
    is_shouted,
    is_suffix,
    is_title,
    listed,
    phrases_of,
    recased,
    words_of,
)
from citekit.fields.organisations import is_acronym, is_legal_form, is_organisation, without_acronym
from citekit.model.reference import Literal, Name, PersonalName
from citekit.text.folding import fold, strip_markup
from citekit.text.script import is_cjk

_LONGEST = 300
_FEWEST_WITH_SUFFIX = 3
_LONGEST_NUMERAL = 3
_YOUNGER = frozenset({"jr", "sr"})
_SHOUTED_GIVEN = 3
_SHORTEST_ACRONYM = 3
_MARKS = re.compile(
    r"[*†¹²³⁰-⁹‡§¶\\{}_^]+|(?<=[^\W\d_]|\.)\d{1,2}(?:,\d{1,2}\b){0,8}(?!\w)|<[^<>]{0,80}>"
)
_COMMAS = re.compile(r"\s*,(?:\s*,)*\s*")
_BLANKS = re.compile(r"\s+")
_FRENCH = re.compile(r"([^()]{2,60}?)\s*\(((?:[^\W\d_]{1,2}\.[-\s]?){1,4})\)")
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]{0,60}[)\]]")
_GLUED_INITIALS = re.compile(r"(?<=[^\W\d_]\.)(?=[^\W\d_]{3,})")
# Quotation marks around a name, but not the apostrophe of a particle: "'t Hooft", "Ann d'".
_APOSTROPHES = re.compile(r"^['’](?![tns] )|(?<!\b[dl])(?<!\bde)['’]$")
# A family name in capitals with the given names in brackets, as French lists print it.
_FRENCH_SHOUTED = re.compile(r"([^()a-z]{2,60}?)\s*\(([^\W\d_]+(?:[ -][^\W\d_]+)?)\)")
_VOWEL = re.compile("[AEIOUYÀ-ÖØ-Ý]")
_EDGES = ' ,;:/|&+-–—·•~="“”„'


def clean_name(text: str) -> str:
    """``text`` without markup, footnote marks, doubled commas and punctuation around it."""
    plain = _MARKS.sub("", strip_markup(text))
    plain = _COMMAS.sub(", ", _BLANKS.sub(" ", plain.replace("\x00", " ")))
    plain = _APOSTROPHES.sub("", plain.strip(_EDGES)).strip(_EDGES)
    if plain.endswith(".") and not is_initial(plain.rpartition(" ")[2]):
        last = plain.rpartition(" ")[2]
        kept = is_suffix(last) or is_degree(last) or is_legal_form(last)
        if not (kept or len(last) < 4):  # noqa: PLR2004  # "Co."
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


def _cut_suffix(words: list[str], *, fewest: int = _FEWEST_WITH_SUFFIX) -> tuple[list[str], str]:
    """The words of a name and the suffix behind them, which needs ``fewest`` words in all.

    With two words alone "Jr." and "Sr." are suffixes, while "JR" is initials.
    """
    short = len(words) == 2 and fold(words[-1]) in _YOUNGER and not words[-1].isupper()  # noqa: PLR2004  # a count of words
    if (len(words) >= fewest or short) and is_suffix(words[-1]):
        last = words[-1]
        return words[:-1], recased(last) if len(last) > _LONGEST_NUMERAL else last
    return words, ""


def _cut_printed_suffix(text: str) -> tuple[str, str]:
    """The name and the suffix of several words or in small letters behind it ("the Elder")."""
    for suffix in listed("printed_suffixes"):
        if text.endswith(suffix) and text[: -len(suffix)].rstrip() != text[: -len(suffix)]:
            return text[: -len(suffix)].rstrip(" ,"), suffix
    return text, ""


def _family_name(words: list[str], given: list[str], suffix: str) -> PersonalName:
    """The name with the family name ``words``, whose particles in small letters are set apart."""
    cut = 0
    while cut < len(words) - 1 and (is_particle(words[cut]) or _is_joint(words, cut)):
        cut += 1
    # A particle may also stand after the given names: "Beethoven, Ludwig van".
    kept = len(given)
    while kept > 1 and (is_particle(given[kept - 1]) or _is_joint(given, kept - 1)):
        kept -= 1
    shouted = len(words) > cut and is_shouted(words[-1])
    particle = " ".join([*given[kept:], *words[:cut]])
    return PersonalName(
        family=" ".join(recased(word) for word in words[cut:]),
        given=" ".join(_given_word(word, shouted=shouted) for word in given[:kept]),
        non_dropping_particle=particle,
        suffix=suffix,
    )


def _is_joint(words: list[str], index: int) -> bool:
    """Whether an "und" joins particles: "von und zu"."""
    joined = words_of("joined_particles")
    return (
        words[index] == "und"
        and 0 < index < len(words) - 1
        and {words[index - 1], words[index + 1]} <= joined
    )


def _given_word(word: str, *, shouted: bool) -> str:
    """A given name in small letters; ``shouted`` says that the family name is all in capitals.

    Beside such a name three capitals with a vowel are a name ("SMITH, ANN"), else initials.
    """
    if shouted and len(word) == _SHOUTED_GIVEN and word.isalpha() and _VOWEL.search(word):
        return recased(word)
    return word if is_initial(word) else recased(word)


def _inverted(family: str, given: str, suffix: str) -> PersonalName:
    words, own_suffix = _cut_suffix(family.split(), fewest=2)
    return _family_name(words, _without_titles(given.split()), suffix or own_suffix)


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


def _without_comma(text: str, suffix: str, *, family_first: bool | None) -> PersonalName:
    words, own_suffix = _cut_suffix(_without_titles(text.split()))
    suffix = suffix or own_suffix
    if _ends_with_affiliation(words):
        words = words[:-1]
    if len(words) == 1:
        return PersonalName(family=recased(words[0]), suffix=suffix)
    order = order_of_words(words).order
    if order is NameOrder.UNKNOWN and family_first and may_stand_first(words):
        order = NameOrder.FAMILY_FIRST
    if order is NameOrder.FAMILY_FIRST:
        cut = end_of_family(words)
        return _family_name(words[:cut], words[cut:], suffix)
    if is_particle(words[0]) or is_family_alone(words):
        return _family_name(words, [], suffix)
    start = start_of_family(words)
    return _family_name(words[start:], words[:start], suffix)


def _with_commas(text: str, suffix: str, *, family_first: bool | None) -> PersonalName:
    first, *rest = [part for part in text.split(", ") if part]
    kept = [first]
    for part in rest:
        if (
            is_suffix(part)
            and not suffix
            and (part != part.upper() or " " in first or len(kept) > 1)
        ):
            suffix = part
        elif not (
            _is_after_name(part, first.split())
            or is_role(part.strip(". ()[]"))
            or (" " in first and is_title(part))
        ):
            kept.append(part)
    if len(kept) < 2:  # noqa: PLR2004  # nothing but suffixes after the comma
        return _without_comma(first, suffix, family_first=family_first)
    return _inverted(kept[0], " ".join(kept[1:]), suffix)


def _is_others(text: str) -> bool:
    """Whether ``text`` is nothing but "et al." or its like."""
    before, others = cut_others(text)
    return others and not before.strip(" ,;&")


def _with_blanks(part: str) -> str:
    """``part`` with a blank between initials and the name glued to them; "D.Phil." stays."""
    return part if is_degree(part) else _GLUED_INITIALS.sub(" ", part)


@lru_cache(maxsize=8192)
def _parse(text: str, family_first: bool | None) -> Name:  # noqa: FBT001  # the cache needs it
    plain = clean_name(text)
    folded = fold(plain)
    if not folded or folded in phrases_of("unknown"):
        return Literal(plain)
    if _is_others(plain):
        return Literal("others")
    french = _FRENCH.fullmatch(plain)
    if french and " " not in french[1]:
        return _inverted(french[1], french[2], "")
    french = _FRENCH_SHOUTED.fullmatch(plain)
    if french and french[1].isupper() and not (is_acronym(french[1]) or french[2].isupper()):
        return _inverted(french[1], french[2], "")
    body = without_acronym(plain)
    plain, suffix = _cut_printed_suffix(plain)
    if is_organisation(body) and not suffix:
        return Literal(body)
    plain = _ASIDE.sub("", plain).strip(_EDGES) or plain
    if is_cjk(plain):
        parts = split_cjk(plain.replace(",", " ").replace("，", " "))
        return PersonalName(*parts) if parts else PersonalName(plain)
    plain = ", ".join(_with_blanks(part) for part in plain.split(", "))
    if "," in plain:
        return _with_commas(plain, suffix, family_first=family_first)
    return _without_comma(plain, suffix, family_first=family_first)


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
