"""The names of persons in what a page declares as its author: a name, a byline, a signature."""

import re
from collections.abc import Container, Iterable, Iterator

from citekit.fields.names import parse_names
from citekit.fields.organisations import is_organisation
from citekit.model.reference import Literal, Name, PersonalName
from citekit.readers.metadata_meta import metadata_table

_NO_NAME = re.compile(r"https?:|www\.|@|\d{3}|[<>{}\[\]]|\.(?:com|org|net)\b", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:(?:posted|written|reported|published|story|words|text)\s+)?"
    r"(?:by|von|par|por|di)(?:\s*:\s*|\s+)(?=\S)",
    re.IGNORECASE,
)
_MAIL = re.compile(r"\(?\s*\b[\w.+-]{1,64}@[\w.-]{1,255}\s*\)?")
_BESIDE = re.compile(r"\s[|•·–—]\s|\s\((?=[^()]*\)\s*$)")
_FOR = re.compile(r"\s(?:for|at)\s+(?=(?:the\s)?[^\W\d_])", re.IGNORECASE)
_COMMA = re.compile(r"\s*[,;]\s*")
_AND = re.compile(r"(\s(?:and|und|et|y|e|en|och|&)\s)", re.IGNORECASE)
_WORD = re.compile(r"(?:[^\W\d_]|['’.-]){2,}$")
_MOST_WORDS = 5
_LONGEST = 1000


def people_of(values: Iterable[str], no_names: Container[str], *, shown: bool) -> tuple[Name, ...]:
    """The names in ``values``, each once, without what a byline says beside them.

    Addresses, stand-ins ("Staff") and ``no_names`` (in lower case) are no authors; offices and
    the outlet behind a name ("Jane Doe, Reporter, The Times") are left out. ``shown`` values
    stand in the page for readers, who read given names first.
    """
    people: dict[Name, None] = {}
    for value in values:
        for name in _people(value[:_LONGEST], no_names, shown=shown):
            people[name] = None
    return tuple(people)


def _people(value: str, no_names: Container[str], *, shown: bool) -> Iterator[Name]:
    bare = _MAIL.sub(" ", value).strip(" ,;|")
    if bare.startswith("(") and bare.endswith(")"):
        bare = bare[1:-1].strip()
    lead = _LEAD.match(bare)
    bare = bare[lead.end() :] if lead else bare
    stand_ins = metadata_table()["words"]["no-authors"]
    if _NO_NAME.search(bare) or bare.casefold() in stand_ins or bare.casefold() in no_names:
        return
    if bare.casefold() in metadata_table()["words"]["agencies"]:
        yield Literal(bare)
        return
    names = _names_only(bare, no_names, shown=shown or lead is not None)
    for name in parse_names(names):
        if _is_person(name, stand_ins):
            yield name


def _names_only(value: str, no_names: Container[str], *, shown: bool) -> str:
    """``value`` without outlets, offices and places behind the names, and not all in capitals."""
    if not is_organisation(value):
        value = _BESIDE.split(value, maxsplit=1)[0]
    head = _FOR.split(value, maxsplit=1)[0]
    if len(head.split()) > 1 and not is_organisation(head):
        value = head
    if value.isupper() and len(value.split()) > 1 and not is_organisation(value):
        value = _AND.sub(lambda match: match[1].lower(), value)
        value = " ".join(map(_titled, value.split()))
    return "".join(
        piece if k % 2 else _without_offices(piece, no_names, shown=shown)
        for k, piece in enumerate(_AND.split(value))
    )


def _titled(word: str) -> str:
    return word.title() if word.isupper() and _WORD.match(word) and "." not in word else word


def _without_offices(value: str, no_names: Container[str], *, shown: bool) -> str:
    """A list of names parted by commas, without the parts that are none."""
    first, *others = _COMMA.split(value)
    first = _without_office(first)
    if len(first.split()) == 1:
        return value
    kept = [first]
    for part in others:
        words = part.casefold().split()
        if not words or _is_outlet(part, no_names) or words[-1] in _offices():
            continue
        if shown and len(words) == 1:
            continue
        kept.append(_without_office(part))
    return ", ".join(kept)


def _is_outlet(part: str, no_names: Container[str]) -> bool:
    agencies = metadata_table()["words"]["agencies"]
    folded = part.casefold()
    known = folded in no_names or folded in agencies or folded.split()[0] in agencies
    # A short word in capitals may be someone's initials.
    return known or (len(part.split()) > 1 and is_organisation(part))


def _without_office(name: str) -> str:
    """``name`` without the office printed after it ("Jane Doe Staff Writer")."""
    words = name.split()
    while len(words) > 2 and words[-1].casefold() in _offices():  # noqa: PLR2004 — given, family
        del words[-1]
    return " ".join(words)


def _offices() -> Container[str]:
    return metadata_table()["words"]["offices"]


def _is_person(name: Name, stand_ins: Container[str]) -> bool:
    match name:
        case Literal(text):
            whole = text
        case PersonalName():
            whole = f"{name.given} {name.family}".strip()
    return whole.casefold() not in stand_ins and len(whole.split()) <= _MOST_WORDS
