"""Which normaliser reads the stretches of which label."""

from collections.abc import Callable

from citekit.model.variables import NameVariable
from citekit.refparser.draft import Draft, Stretch
from citekit.refparser.normalisers.dates import normalise_date
from citekit.refparser.normalisers.identifiers import normalise_eprint, normalise_identifier
from citekit.refparser.normalisers.names import normalise_names
from citekit.refparser.normalisers.numbers import (
    normalise_edition,
    normalise_number,
    normalise_pages,
)
from citekit.refparser.normalisers.texts import (
    normalise_plain,
    normalise_publisher,
    normalise_rich,
)

Normaliser = Callable[[Draft, Stretch], None]

NORMALISERS: dict[str, Normaliser] = {
    **{variable.value: normalise_names for variable in NameVariable},
    "title": normalise_rich,
    "container-title": normalise_rich,
    "collection-title": normalise_rich,
    "publisher": normalise_publisher,
    "publisher-place": normalise_plain,
    "event-place": normalise_plain,
    "event-title": normalise_plain,
    "genre": normalise_plain,
    "medium": normalise_plain,
    "archive": normalise_plain,
    "archive-place": normalise_plain,
    "archive_location": normalise_plain,
    "source": normalise_plain,
    "note": normalise_plain,
    "authority": normalise_plain,
    "volume": normalise_number,
    "issue": normalise_number,
    "number": normalise_number,
    "chapter-number": normalise_number,
    "collection-number": normalise_number,
    "section": normalise_number,
    "page": normalise_pages,
    "edition": normalise_edition,
    "issued": normalise_date,
    "accessed": normalise_date,
    "event-date": normalise_date,
    "original-date": normalise_date,
    "URL": normalise_identifier,
    "DOI": normalise_identifier,
    "ISBN": normalise_identifier,
    "ISSN": normalise_identifier,
    "PMID": normalise_identifier,
    "PMCID": normalise_identifier,
    "arXiv": normalise_eprint,
}
"""Labels without a normaliser ("citation-number") say nothing about the work."""
