"""What a file declares about itself, value by value, before it is made a reference."""

from dataclasses import dataclass
from enum import StrEnum

from citekit.model.spans import Span


class Declares(StrEnum):
    """What a declared value says of the page: CSL's variables and a few of their parts."""

    TITLE = "title"
    SHOWN_TITLE = "title-shown"
    AUTHOR = "author"
    EDITOR = "editor"
    ISSUED = "issued"
    CONTAINER = "container-title"
    CONTAINER_SHORT = "container-title-short"
    PUBLISHER = "publisher"
    VOLUME = "volume"
    ISSUE = "issue"
    FIRST_PAGE = "page-first"
    LAST_PAGE = "page-last"
    PAGE = "page"
    DOI = "DOI"
    ISSN = "ISSN"
    ISBN = "ISBN"
    PMID = "PMID"
    URL = "URL"
    LANGUAGE = "language"
    TYPE = "type"


@dataclass(frozen=True, slots=True)
class Declared:
    """A value as it stands in the file, trimmed; ``rank`` is low for those most believed.

    Values of the same kind and rank come from one source and belong together.
    """

    kind: Declares
    value: str
    span: Span
    rank: int
