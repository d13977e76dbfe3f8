"""Citations brought together by the works that they cite."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from citekit.model.citation import Citation, Cite, Library
from citekit.model.diagnostic import Diagnostic
from citekit.model.reference import CitationKey, Reference
from citekit.resolver.antecedents import CitePlace
from citekit.resolver.clustering import Partition
from citekit.resolver.harmonising import harmonise
from citekit.resolver.keys import assign_keys
from citekit.resolver.merging import Merged, merge
from citekit.resolver.name_inversion import inverted_names
from citekit.resolver.records import Record, added_records, partition_records, records_of
from citekit.resolver.repeated_authors import with_repeated_authors
from citekit.resolver.reporting import (
    DoubtedWork,
    completion_diagnostic,
    conflict_diagnostic,
    doubt_diagnostic,
    matched_diagnostic,
)
from citekit.resolver.short_forms import Linked, link_short_forms


@dataclass(frozen=True, slots=True)
class Resolution:
    """The references with the citations linked to them, and what was doubtful about it."""

    library: Library
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class _Works:
    """The records, the clusters they form, and the short forms linked to them."""

    records: Sequence[Record]
    partition: Partition
    linked: Linked

    @property
    def home(self) -> Mapping[int, int]:
        """The number of the cluster of each record."""
        return _home(self.partition)


def resolve(citations: Sequence[Citation], *, known: Sequence[Reference] = ()) -> Resolution:
    """The works that ``citations`` cite, each once, and every cite linked to its work.

    ``known`` are references that have keys already: they keep them and take part. The
    citations stay in their order, the references are in that of their keys. A short form
    that cannot be linked to exactly one work keeps an empty key and is reported. Nothing but
    the sequence of notes within a document depends on the order of the citations.
    """
    citations = with_repeated_authors(citations)
    works = _works(citations, known)
    inverted = inverted_names(citations)
    merged = [
        merge([r for n in members for r in works.records[n].references], inverted=inverted)
        for members in works.partition.clusters
    ]
    keys = assign_keys(
        [item.reference for item in merged],
        taken=[alias for item in merged for alias in item.reference.aliases],
    )
    harmonised = harmonise([item.reference for item in merged])
    references = [
        replace(reference, key=key)
        for reference, key in zip(harmonised.references, keys, strict=True)
    ]
    library = Library(
        tuple(sorted(references, key=lambda reference: reference.key)),
        _with_keys(citations, _key_of_place(works, keys), works.linked),
    )
    completed = [completion_diagnostic(keys[c.position], c) for c in harmonised.completions]
    reports = sorted((*completed, *_reports(works, merged, keys)), key=_place_of)
    return Resolution(library, (*_short_form_reports(works, keys), *reports))


def _works(citations: Sequence[Citation], known: Sequence[Reference]) -> _Works:
    """Clusters the records and links the short forms, until these add no more records."""
    records = [Record((reference,)) for reference in known] + records_of(citations)
    given: dict[CitePlace, Reference] = {}
    reports: dict[CitePlace, Diagnostic] = {}
    while True:
        clusters = partition_records(records)
        home = _home(clusters)
        work_of = {place: home[n] for n, record in enumerate(records) for place in record.places}
        linked = link_short_forms(citations, work_of, given=given)
        if not linked.added:
            diagnostics = {**reports, **linked.diagnostics}
            return _Works(records, clusters, replace(linked, added=given, diagnostics=diagnostics))
        reports |= {place: d for place, d in linked.diagnostics.items() if place in linked.added}
        given |= linked.added
        records += added_records(citations, linked.added)


def _home(clusters: Partition) -> Mapping[int, int]:
    return {place: n for n, members in enumerate(clusters.clusters) for place in members}


def _key_of_place(works: _Works, keys: Sequence[CitationKey]) -> Mapping[CitePlace, CitationKey]:
    home = works.home
    key_of = {
        place: keys[home[n]] for n, record in enumerate(works.records) for place in record.places
    }
    return key_of | {place: key_of[source] for place, source in works.linked.links.items()}


def _with_keys(
    citations: Sequence[Citation], key_of: Mapping[CitePlace, CitationKey], linked: Linked
) -> tuple[Citation, ...]:
    def with_key(cite: Cite, place: CitePlace) -> Cite:
        located = linked.located.get(place, cite)
        key = key_of.get(place, cite.key)
        return replace(cite, key=key, locator=located.locator, label=located.label)

    return tuple(
        replace(
            citation,
            cites=tuple(
                with_key(cite, CitePlace(number, position))
                for position, cite in enumerate(citation.cites)
            ),
        )
        for number, citation in enumerate(citations)
    )


def _short_form_reports(works: _Works, keys: Sequence[CitationKey]) -> list[Diagnostic]:
    """The reports on short forms; those whose own work turned out to be a known one say so."""
    home = works.home
    full = {
        home[n]
        for n, record in enumerate(works.records)
        if not any(place in works.linked.added for place in record.places)
    }
    found = {
        place: home[n]
        for n, record in enumerate(works.records)
        for place in record.places
        if place in works.linked.added and home[n] in full
    }
    return [
        matched_diagnostic(report, keys[found[place]]) if place in found else report
        for place, report in sorted(works.linked.diagnostics.items(), key=lambda item: item[0])
    ]


def _reports(
    works: _Works, merged: Sequence[Merged], keys: Sequence[CitationKey]
) -> list[Diagnostic]:
    home = works.home
    reports = [
        conflict_diagnostic(key, conflict)
        for item, key in zip(merged, keys, strict=True)
        for conflict in item.conflicts
    ]
    for doubt in works.partition.doubts:
        first, second = (
            DoubtedWork(works.records[n].references[0], keys[home[n]], works.records[n].origin)
            for n in (doubt.first, doubt.second)
        )
        reports.append(
            doubt_diagnostic(first, second, joined=doubt.joined, evidence=doubt.evidence)
        )
    return reports


def _place_of(report: Diagnostic) -> tuple[str, int, str, str]:
    return report.path, report.span.start if report.span else -1, report.code, report.message
