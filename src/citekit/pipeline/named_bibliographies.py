"""The records of the files that a document names for its bibliography, given to its citations."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from citekit.errors import CitekitError
from citekit.formats.csl_json import to_csl
from citekit.model.diagnostic import Diagnostic, Severity
from citekit.model.document import Document
from citekit.model.live_citation import LiveCitation
from citekit.model.reference import Reference
from citekit.pipeline.converting import read_bibliography


@dataclass(frozen=True, slots=True)
class WithRecords:
    """A document whose citations hold the data of their works, and what could not be read."""

    document: Document
    diagnostics: tuple[Diagnostic, ...] = ()


def with_records(document: Document) -> WithRecords:
    """``document`` with the records of its files of references, for each key that it cites.

    Of several records with one key that of the first file counts, as with BibTeX. A key without
    a record is left as it is. What is amiss within the files is not said here but by
    ``citekit check``.
    """
    if not document.bibliographies or not document.live_citations:
        return WithRecords(document)
    diagnostics: list[Diagnostic] = []
    records: dict[str, Reference] = {}
    for path in document.bibliographies:
        try:
            found = read_bibliography(path).references
        except CitekitError as error:
            diagnostics.append(
                Diagnostic("unreadable", Severity.ERROR, str(error), path=document.path)
            )
            continue
        for reference in found:
            for key in (reference.key, *reference.aliases):
                records.setdefault(key, reference)
    live = _filled(document.live_citations, records)
    return WithRecords(replace(document, live_citations=live), tuple(diagnostics))


def _filled(
    citations: Sequence[LiveCitation], records: Mapping[str, Reference]
) -> tuple[LiveCitation, ...]:
    items: dict[str, str] = {}

    def item(key: str) -> str:
        if key not in items and key in records:
            items[key] = json.dumps(to_csl(records[key]), ensure_ascii=False)
        return items.get(key, "")

    return tuple(
        replace(
            one, cites=tuple(replace(cite, item=item(cite.key) or cite.item) for cite in one.cites)
        )
        for one in citations
    )
