"""A reference folded once, in the form in which it is compared many times."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from citekit.fields.archives import archive_name
from citekit.fields.identifiers import normalise_doi
from citekit.model.reference import DateParts, Literal, Name, Reference
from citekit.model.variables import DateVariable, ItemType, NameVariable, TextVariable
from citekit.resolver.date_start import start_of
from citekit.resolver.identifiers import address, serial
from citekit.resolver.numbers import Numbering, numbering_of
from citekit.resolver.printed_years import without_year
from citekit.resolver.wording import Wording, folded_words, word_list, wording

_CONTAINERS = (TextVariable.CONTAINER_TITLE, TextVariable.CONTAINER_TITLE_SHORT)
_HOSTS = (TextVariable.PUBLISHER, TextVariable.COLLECTION_TITLE, TextVariable.EVENT_TITLE)
_COMPARED_TEXTS = frozenset(
    (
        *_CONTAINERS,
        *_HOSTS,
        TextVariable.TITLE,
        TextVariable.REVIEWED_TITLE,
        TextVariable.DOI,
        TextVariable.URL,
        TextVariable.PMID,
        TextVariable.PMCID,
        TextVariable.ISBN,
        TextVariable.ARCHIVE,
        TextVariable.ARCHIVE_LOCATION,
    )
)
_COMPARED_NAMES = frozenset((NameVariable.AUTHOR, NameVariable.EDITOR))
_NOWHERE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Profile:
    """What the comparisons look at; the reference itself need not be kept.

    ``heading`` is the title as it was given, ``title`` its folded words. ``issued`` is the start of
    the date of issue, ``dated`` whether there is one, be it in words alone. ``reviews`` says that
    the title of a reviewed work is given. ``containers`` are the forms the container is given
    in, ``hosts`` what else may name the same place: publisher, series, event. ``shelfmark`` is
    that in an archive, with the archive's name, empty unless both are known. ``documents`` are the
    files that cite the work so;
    ``noted`` and ``listed`` say whether in a note or the text, and in a bibliography.
    ``signature`` is equal for references that no comparison can tell apart. ``venues`` are marks
    of containers that were found to bear several names; ``recurring`` titles were found to be those
    of columns.
    """

    type: ItemType
    heading: str
    title: Wording
    issued: DateParts | None
    dated: bool
    reviews: bool
    containers: tuple[Wording, ...]
    hosts: tuple[Wording, ...]
    authors: tuple[Name, ...]
    editors: tuple[Name, ...]
    truncated: bool
    numbering: Numbering
    doi: str
    url: str
    serials: frozenset[str]
    shelfmark: str
    documents: frozenset[str]
    noted: bool
    listed: bool
    signature: str
    venues: frozenset[str] = frozenset()
    recurring: bool = False

    @property
    def untitled(self) -> bool:
        """Whether there is no title to go by."""
        return not self.title.words

    @property
    def thin(self) -> bool:
        """Whether too little is said to tell the work: no title, or one and no place or date."""
        if self.doi or self.url:
            return False
        placed = self.containers or self.hosts or self.dated
        return self.untitled or not placed

    def cited_in(self, documents: frozenset[str], *, noted: bool, listed: bool) -> "Profile":
        """The same profile with other places that cite it."""
        return replace(self, documents=documents, noted=noted, listed=listed)

    @property
    def nameless(self) -> bool:
        """Whether nothing but the container, and a date at most, is known of the work."""
        return self.untitled and not self.authors and not self.doi and not self.url


def profile(
    reference: Reference,
    *,
    documents: Iterable[str] = (),
    noted: bool = False,
    listed: bool = False,
) -> Profile:
    """The profile of ``reference``, as cited in ``documents``.

    Without ``documents`` those count that its origins name.
    """
    found = frozenset(documents) or frozenset(
        origin.path for origins in reference.origins.values() for origin in origins
    )
    texts = reference.texts
    dates = reference.dates
    shelfmark = _shelfmark(reference)
    title = without_year(reference.title, start_of(dates.get(DateVariable.ISSUED)))
    issued = title.issued
    names = []
    for variable in _CONTAINERS:
        name = without_year(texts.get(variable, ""), issued, container=True)
        names.append(name.text)
        issued = name.issued
    authors = known_names(reference.name_list(NameVariable.AUTHOR))
    editors = known_names(reference.name_list(NameVariable.EDITOR))
    return Profile(
        type=reference.type,
        heading=reference.title,
        title=wording(title.text),
        issued=issued,
        dated=issued is not None or DateVariable.ISSUED in dates,
        reviews=bool(texts.get(TextVariable.REVIEWED_TITLE)),
        containers=_wordings(names),
        hosts=_wordings(reference.text(variable) for variable in _HOSTS),
        authors=authors,
        editors=editors,
        truncated=is_truncated(reference.name_list(NameVariable.AUTHOR)),
        numbering=numbering_of(reference),
        doi=normalise_doi(doi) if (doi := texts.get(TextVariable.DOI)) else "",
        url=address(texts.get(TextVariable.URL, "")),
        serials=serial(reference),
        shelfmark=shelfmark,
        documents=found or _NOWHERE,
        noted=noted,
        listed=listed,
        signature=_signature(reference, shelfmark, found),
    )


def known_names(names: Iterable[Name]) -> tuple[Name, ...]:
    """``names`` without "and others" and without what only says that nobody is known."""
    nobody = word_list("nobody")
    return tuple(
        name
        for name in names
        if not (
            isinstance(name, Literal)
            and (
                name.text == "others"
                or not folded_words(name.text)
                or " ".join(folded_words(name.text)) in nobody
            )
        )
    )


def is_truncated(names: Iterable[Name]) -> bool:
    """Whether the list ends in "and others"."""
    return Literal("others") in tuple(names)


def _signature(reference: Reference, shelfmark: str, documents: frozenset[str]) -> str:
    """A hash of what is compared; references that differ in nothing else are compared once.

    Without title and identifier, equal words in two documents need not mean one work.
    """
    issued = reference.dates.get(DateVariable.ISSUED)
    texts, names = reference.texts, reference.names
    compared = (
        reference.type.value,
        sorted((name.value, text) for name, text in texts.items() if name in _COMPARED_TEXTS),
        sorted((name.value, number) for name, number in reference.numbers.items()),
        repr(issued),
        sorted(
            (name.value, [_parts(person) for person in who])
            for name, who in names.items()
            if name in _COMPARED_NAMES
        ),
    )
    # What ``repr`` shows of strings in lists is the same in every process.
    encoded = repr(compared).encode("ascii", "backslashreplace")
    content = hashlib.blake2b(encoded, digest_size=16).hexdigest()
    identified = (
        reference.title or texts.get(TextVariable.URL) or texts.get(TextVariable.DOI) or shelfmark
    )
    return content if identified else "|".join((content, *sorted(documents)))


def _parts(name: Name) -> tuple[str, ...]:
    if isinstance(name, Literal):
        return (name.text,)
    particles = (name.dropping_particle, name.non_dropping_particle)
    return (name.family, name.given, *particles, name.suffix)


def _shelfmark(reference: Reference) -> str:
    archive = reference.text(TextVariable.ARCHIVE)
    if not archive:
        return ""
    name = folded_words(archive_name(archive) or archive)
    location = folded_words(reference.text(TextVariable.ARCHIVE_LOCATION))
    return f"{' '.join(name)}|{' '.join(location)}" if name and location else ""


def _wordings(texts: Iterable[str]) -> tuple[Wording, ...]:
    found = (wording(text) for text in texts if text)
    return tuple(dict.fromkeys(form for form in found if form.words))
