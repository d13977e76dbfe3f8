"""A reference folded once, in the form in which it is compared many times."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from citekit.fields.archives import archive_name
from citekit.fields.identifiers import normalise_doi
from citekit.model.reference import Literal, Name, Reference
from citekit.model.variables import DateVariable, NameVariable, TextVariable
from citekit.resolver.content_hash import content_hash
from citekit.resolver.identifiers import address, serial
from citekit.resolver.numbers import Numbering, numbering_of
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


@dataclass(frozen=True, slots=True)
class Profile:
    """What the comparisons look at. ``reference`` is what was folded.

    ``containers`` are the forms the container is given in, ``hosts`` what else may name the
    same place: publisher, series, event. ``shelfmark`` is that in an archive, with the archive's
    name, empty unless both are known. ``documents`` are the files that cite the work so;
    ``noted`` and ``listed`` say whether in a note or the text, and in a bibliography.
    ``signature`` is equal for references that no comparison can tell apart. ``venues`` are marks
    of containers that were found to bear several names; ``recurring`` titles were found to be those
    of columns.
    """

    reference: Reference
    title: Wording
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
        placed = self.containers or self.hosts or DateVariable.ISSUED in self.reference.dates
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
    authors = known_names(reference.name_list(NameVariable.AUTHOR))
    editors = known_names(reference.name_list(NameVariable.EDITOR))
    return Profile(
        reference=reference,
        title=wording(reference.title),
        containers=_wordings(reference, _CONTAINERS),
        hosts=_wordings(reference, _HOSTS),
        authors=authors,
        editors=editors,
        truncated=is_truncated(reference.name_list(NameVariable.AUTHOR)),
        numbering=numbering_of(reference),
        doi=normalise_doi(doi) if (doi := reference.text(TextVariable.DOI)) else "",
        url=address(reference.text(TextVariable.URL)),
        serials=serial(reference),
        shelfmark=_shelfmark(reference),
        documents=found,
        noted=noted,
        listed=listed,
        signature=_signature(reference, found),
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


def _signature(reference: Reference, documents: frozenset[str]) -> str:
    """A hash of what is compared; references that differ in nothing else are compared once.

    Without title and identifier, equal words in two documents need not mean one work.
    """
    compared = Reference(
        type=reference.type,
        texts={name: text for name, text in reference.texts.items() if name in _COMPARED_TEXTS},
        numbers=reference.numbers,
        dates={name: d for name, d in reference.dates.items() if name is DateVariable.ISSUED},
        names={name: n for name, n in reference.names.items() if name in _COMPARED_NAMES},
    )
    content = content_hash(compared)
    identified = (
        reference.title
        or reference.text(TextVariable.URL)
        or reference.text(TextVariable.DOI)
        or _shelfmark(reference)
    )
    return content if identified else "|".join((content, *sorted(documents)))


def _shelfmark(reference: Reference) -> str:
    archive = reference.text(TextVariable.ARCHIVE)
    if not archive:
        return ""
    name = folded_words(archive_name(archive) or archive)
    location = folded_words(reference.text(TextVariable.ARCHIVE_LOCATION))
    return f"{' '.join(name)}|{' '.join(location)}" if name and location else ""


def _wordings(reference: Reference, variables: Iterable[TextVariable]) -> tuple[Wording, ...]:
    texts = (reference.text(variable) for variable in variables)
    found = (wording(text) for text in texts if text)
    return tuple(dict.fromkeys(form for form in found if form.words))
