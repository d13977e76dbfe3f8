"""The markers of key patterns that are made of names."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from citekit.formats.bib_keys.key_words import Cleaning, is_function_word, words_of
from citekit.formats.bib_keys.work import KeyWork, People
from citekit.model.reference import Literal, Name

_FEW, _SHOWN, _ALPHA, _MOST_ALPHA, _INI = 2, 3, 3, 4, 5
_ET_AL = "EtAl"

Words = tuple[str, ...]
Numbers = Sequence[int]


class Role(NamedTuple):
    """Whose names a marker means, and what the marker is called for authors."""

    fields: tuple[str, ...]
    name: str


def split_role(name: str) -> Role:
    """The fields whose people the marker ``name`` means, and its name if they were authors.

    ``auth…`` are the authors, or the editors where there are none; ``edtr…`` and ``editor…`` are
    editors, ``pureauth…`` authors alone.

    Example:
        >>> split_role("edtretal")
        Role(fields=('editor',), name='authetal')
    """
    if name.startswith("pureauth"):
        return Role(("author",), name.removeprefix("pure"))
    for stem, other in (("edtr", "auth"), ("editor", "author")):
        if name.startswith(stem):
            return Role(("editor",), name.replace(stem, other))
    return Role(("author", "editor"), name)


def people_words(name: str, work: KeyWork, numbers: Numbers) -> Words:
    """The words of a marker of names, none where there are no people."""
    role = split_role(name)
    people = work.people(*role.fields)
    if not people.names:
        return ()
    families = tuple(_family(person, work.clean) for person in people.names)
    if role.name == "authforeini":
        given = getattr(people.names[0], "given", "")
        return (work.clean(given)[:1],)
    return PEOPLE[role.name](families, people, numbers)


def _family(name: Name, clean: Cleaning) -> str:
    """The family name as one word; of a body with a long name the initials."""
    if isinstance(name, Literal):
        words = [word for word in words_of(name.text, clean) if not is_function_word(word)]
        is_long = len(words) > _FEW
        return "".join(word[:1].upper() if is_long else word for word in words)
    return clean(f"{name.non_dropping_particle}{name.family}") or clean(name.given)


def _auth(families: Words, _people: People, numbers: Numbers) -> Words:
    place = numbers[1] if len(numbers) > 1 else 1
    return tuple(family[: numbers[0] if numbers else None] for family in families[place - 1 :][:1])


def _authors(families: Words, people: People, numbers: Numbers) -> Words:
    shown = families[: numbers[0] if numbers else None]
    has_more = people.has_others or len(shown) < len(families)
    return (*shown, _ET_AL) if has_more else shown


def _et_al(families: Words, people: People, _numbers: Numbers) -> Words:
    if len(families) > _FEW or people.has_others:
        return (families[0], _ET_AL)
    return families


def _dotted_et_al(families: Words, people: People, numbers: Numbers) -> Words:
    words = _et_al(families, people, numbers)
    return (".".join("etal" if word == _ET_AL else word for word in words),)


def _two_and_others(families: Words, people: People, _numbers: Numbers) -> Words:
    more = ("ea",) if people.has_others or len(families) > _FEW else ()
    return (".".join((*families[:_FEW], *more)),)


def _alpha(families: Words, people: People, _numbers: Numbers) -> Words:
    """As BibTeX's style alpha makes its labels."""
    if len(families) == 1 and not people.has_others:
        return (families[0][:_ALPHA],)
    is_long = people.has_others or len(families) > _MOST_ALPHA
    shown = families[: _ALPHA if is_long else None]
    return (*(family[:1] for family in shown), *(("+",) if is_long else ()))


def _short(families: Words, people: People, _numbers: Numbers) -> Words:
    if len(families) == 1 and not people.has_others:
        return families
    has_more = people.has_others or len(families) > _SHOWN
    return (*(family[:1] for family in families[:_SHOWN]), *(("+",) if has_more else ()))


def _initials(families: Words, _people: People, _numbers: Numbers) -> Words:
    return (families[0][:_INI], *(family[:1] for family in families[1:]))


PEOPLE: Mapping[str, Callable[[Words, People, Numbers], Words]] = {
    "auth": _auth,
    "author": _authors,
    "authors": _authors,
    "authorlast": lambda families, _people, _numbers: families[-1:],
    "authorini": _initials,
    "authorsalpha": _alpha,
    "authetal": _et_al,
    "auth.etal": _dotted_et_al,
    "auth.auth.ea": _two_and_others,
    "authshort": _short,
    "authforeini": lambda families, _people, _numbers: families,
}
