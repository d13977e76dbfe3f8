"""What is clustered: the references that cites make of their works, by thread."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from citekit.model.citation import Citation, CitationKind
from citekit.model.reference import Reference
from citekit.model.spans import Origin
from citekit.resolver.antecedents import CitePlace
from citekit.resolver.clustering import Partition, partition
from citekit.resolver.merging import merge
from citekit.resolver.origins import first_place
from citekit.resolver.profile import Profile, profile


@dataclass(frozen=True, slots=True)
class Record:
    """The references of one thread, or one alone, and the places that cite the work so.

    A reference that was known beforehand has no places and no path.
    """

    references: tuple[Reference, ...]
    places: tuple[CitePlace, ...] = ()
    path: str = ""
    listed: bool = False

    @property
    def origin(self) -> Origin:
        """The first place the record was read from, an empty one where none is known."""
        return min((first_place(reference) for reference in self.references), key=_by_path)


def records_of(citations: Sequence[Citation]) -> list[Record]:
    """One record for every cite of a reference, and one for all cites of a thread.

    What a document declares about itself is one thread, however many places declare it.
    """
    threads: dict[tuple[str, str], list[CitePlace]] = defaultdict(list)
    for number, citation in enumerate(citations):
        for position, cite in enumerate(citation.cites):
            if isinstance(cite.target, Reference):
                thread = _thread(citation) or f"\0{number}\0{position}"
                threads[citation.path, thread].append(CitePlace(number, position))
    return [_record(citations, places) for places in threads.values()]


def added_records(
    citations: Sequence[Citation], added: Mapping[CitePlace, Reference]
) -> list[Record]:
    """The records of works that short forms name themselves."""
    return [
        Record((reference,), (place,), citations[place.citation].path)
        for place, reference in added.items()
    ]


def partition_records(records: Iterable[Record]) -> Partition:
    """The records by work."""
    return partition([_profile(record) for record in records])


def _thread(citation: Citation) -> str:
    if citation.kind is CitationKind.PAGE_METADATA:
        return "\0page"
    return citation.passage.thread


def _record(citations: Sequence[Citation], places: Sequence[CitePlace]) -> Record:
    first = citations[places[0].citation]
    targets = (citations[place.citation].cites[place.cite].target for place in places)
    return Record(
        tuple(target for target in targets if isinstance(target, Reference)),
        tuple(places),
        first.path,
        listed=first.kind is CitationKind.BIBLIOGRAPHY_ENTRY,
    )


def _profile(record: Record) -> Profile:
    if not record.path:
        return profile(record.references[0])
    return profile(
        merge(record.references).reference,
        documents=(record.path,),
        noted=not record.listed,
        listed=record.listed,
    )


def _by_path(origin: Origin) -> tuple[bool, Origin]:
    return not origin.path, origin
