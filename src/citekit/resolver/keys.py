"""Citation keys for references that have none."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from citekit.model.reference import CitationKey, Date, DateRange, Literal, Name, Reference
from citekit.model.variables import DateVariable, ItemType, NameVariable, TextVariable
from citekit.resolver.content_hash import content_hash
from citekit.resolver.identifiers import address
from citekit.resolver.profile import known_names
from citekit.resolver.wording import word_list
from citekit.text.romanisation import romanise

_BOOKS = frozenset((ItemType.BOOK, ItemType.COLLECTION))
_LETTERS = 32
# A body goes by its first words.
_BODY_WORDS = 2
_HASH = 6
# Letters of a value, and telling words of a title, beyond which no key looks.
_READ = 400
_TITLE_WORDS = 8
# Labels of a host name up to this length are endings: "com", "co.uk", "info".
_TOP_LEVEL = 4


def assign_keys(
    references: Sequence[Reference], *, taken: Iterable[str] = ()
) -> tuple[CitationKey, ...]:
    """A key for every reference, in their order; a reference that has one keeps it.

    A new key is made of small letters, digits and hyphens: family name of the first author and
    year ("auslin2005"). Where several references, or one in ``taken``, share it, each takes
    words of its title in addition ("dibb2002-future"), and a hash of its content only if that
    does not help. Neither depends on the order of the references.
    """
    keys = [reference.key for reference in references]
    used = {key.casefold() for key in (*keys, *taken) if key}
    open_places = [place for place, key in enumerate(keys) if not key]
    bases = {place: base_key(references[place]) for place in open_places}
    longest = max((len(title_words(references[place])) for place in open_places), default=0)
    for words in range(longest + 1):
        if not open_places:
            break
        wanted = defaultdict(list)
        for place in open_places:
            wanted[_with_words(bases[place], references[place], words)].append(place)
        open_places = []
        for key, places in wanted.items():
            if len(places) > 1 or key in used:
                open_places += places
            else:
                keys[places[0]] = CitationKey(key)
        used.update(key.casefold() for key in keys if key)
    _hash_rest(references, keys, sorted(open_places), used)
    return tuple(keys)


def base_key(reference: Reference) -> str:
    """Family name of the first author, else a title word or the container, with the year.

    Never empty: a reference that offers no letter is called after its type.
    """
    year = _year(reference.dates.get(DateVariable.ISSUED))
    name = _name_part(reference)
    words = title_words(reference)
    if not name:
        head = (
            _squeezed(reference.text(TextVariable.CONTAINER_TITLE))
            or _squeezed(reference.text(TextVariable.PUBLISHER))
            or _site(reference.text(TextVariable.URL))
            or _squeezed(reference.text(TextVariable.ARCHIVE))
        )
        if words and reference.title:
            name, words = words[0], words[1:]
        else:
            name = head or str(reference.type).replace("_", "-")
    return f"{name}{year}" if year or not words else f"{name}-{words[0]}"


def title_words(reference: Reference) -> tuple[str, ...]:
    """The telling words of the title, or of a shelfmark, in plain Latin letters."""
    common = word_list("stop") | word_list("articles")
    title = reference.title or reference.text(TextVariable.ARCHIVE_LOCATION)
    words = romanise(title[:_READ]).split()
    telling = tuple(word[:_LETTERS] for word in words if word not in common and len(word) > 1)
    return (telling or tuple(word[:_LETTERS] for word in words))[:_TITLE_WORDS]


def _with_words(base: str, reference: Reference, count: int) -> str:
    already = set(base.split("-")[1:]) | {base.rstrip("0123456789")}
    words = [word for word in title_words(reference) if word not in already][:count]
    return "-".join((base, *words))


def _hash_rest(
    references: Sequence[Reference], keys: list[CitationKey], places: Sequence[int], used: set[str]
) -> None:
    """Keys by hash for those that no title word tells apart; equal ones are counted."""
    ordered = sorted(places, key=lambda place: _hash(references[place]))
    for place in ordered:
        base = f"{base_key(references[place])}-{_hash(references[place])[:_HASH]}"
        key, count = base, 2
        while key in used:
            key, count = f"{base}-{count}", count + 1
        used.add(key)
        keys[place] = CitationKey(key)


def _hash(reference: Reference) -> str:
    places = sorted(
        f"{origin.path.replace(chr(92), '/').rpartition('/')[2]}:{origin.start}"
        for origins in reference.origins.values()
        for origin in origins
    )
    return content_hash(reference) + "|".join(places)


def _name_part(reference: Reference) -> str:
    names = known_names(reference.name_list(NameVariable.AUTHOR))
    if not names and reference.type in _BOOKS:
        names = known_names(reference.name_list(NameVariable.EDITOR))
    return _family(names[0]) if names else ""


def _family(name: Name) -> str:
    if isinstance(name, Literal):
        words = [
            word for word in romanise(name.text[:_READ]).split() if word not in word_list("stop")
        ]
        return "".join(words[:_BODY_WORDS])[:_LETTERS]
    return _squeezed(f"{name.non_dropping_particle} {name.family}") or _squeezed(name.given)


def _site(url: str) -> str:
    """The name of the site in a web address, else the last word of a relative path."""
    host, _, path = address(url[:_READ]).partition("/")
    labels = [label for label in romanise(host).split() if len(label) > _TOP_LEVEL]
    words = labels or romanise(path.rstrip("/").rpartition("/")[2]).split()
    return max(words, key=len, default="")[:_LETTERS] if labels else "".join(words[-1:])[:_LETTERS]


def _squeezed(text: str) -> str:
    common = word_list("articles")
    words = romanise(text[:_READ]).split()
    return "".join(words[1:] if len(words) > 1 and words[0] in common else words)[:_LETTERS]


def _year(date: Date | None) -> str:
    if not isinstance(date, DateRange):
        return ""
    return str(date.start.year) if date.start.year > 0 else f"bc{1 - date.start.year}"
