"""Places that cite, and what they cite."""

from dataclasses import dataclass, field
from enum import StrEnum

from citekit.model.live_citation import LiveCitation
from citekit.model.reference import NO_KEY, CitationKey, Reference
from citekit.model.spans import NOWHERE, Span, TracedText
from citekit.model.variables import ItemType


class CitationKind(StrEnum):
    """The kinds of place that cite; the values are those of the extraction schema."""

    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    BIBLIOGRAPHY_ENTRY = "bibliography-entry"
    EPIGRAPH = "epigraph"
    RUNNING_TEXT = "running-text"
    LINK = "link"
    PAGE_METADATA = "page-metadata"


@dataclass(frozen=True, slots=True)
class Label:
    """A stretch of a text, in that text's own offsets, that gives the value of a variable.

    ``variable`` is a CSL variable, or one of the labels that parsing adds to them:
    ``"locator"``, ``"arXiv"``. ``confidence`` runs from 0 to 1.
    """

    start: int
    end: int
    variable: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Passage:
    """A place that cites, as it was found and before it is taken apart.

    ``mark`` is the place in the running text that calls a note. ``labels`` are set where the
    finding itself showed what is what (a source named in a sentence); the passage is then not
    taken apart again. ``type`` is what the finding knows of the work, if anything. Passages
    with one ``thread`` (not empty) speak of the same work: an outlet in one sentence, its
    author in the next. ``live`` are the live citations in the passage, in order; where the passage
    is not a note it is one of them itself, or an entry of a list that they print.
    """

    kind: CitationKind
    text: TracedText
    marker: str = ""
    mark: Span | None = None
    labels: tuple[Label, ...] = ()
    type: ItemType | None = None
    thread: str = ""
    live: tuple[LiveCitation, ...] = ()


class ShortFormKind(StrEnum):
    """The ways to refer back to a work that has been cited in full."""

    IBID = "ibid"
    IDEM = "idem"
    OP_CIT = "op-cit"
    LOC_CIT = "loc-cit"
    SUPRA = "supra"
    SHORT_TITLE = "short-title"


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A reference back: what it says of the work it means.

    ``authors`` are family names as printed, ``title`` the (short) title, ``note`` the number
    of the note it points to ("supra n. 4"); each is empty where not given. ``draft`` holds
    what else is printed, for an idem that names a new work by the same author.
    """

    kind: ShortFormKind
    authors: tuple[str, ...] = ()
    title: str = ""
    year: str = ""
    note: str = ""
    draft: Reference | None = None


@dataclass(frozen=True, slots=True)
class Cite:
    """One work in a citation, at one place.

    ``key`` is the reference it was linked to, empty while it is not; ``target`` what the
    passage itself says of the work. ``label`` is a CSL locator label (``"page"``), empty
    without a locator. ``span`` is the part of the passage, in its own offsets, that cites.
    """

    target: Reference | ShortForm
    key: CitationKey = NO_KEY
    locator: str = ""
    label: str = ""
    prefix: str = ""
    suffix: str = ""
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Citation:
    """A place that cites, with the works it cites, in order; ``id`` is unique in a run."""

    id: str
    path: str
    passage: Passage
    cites: tuple[Cite, ...] = ()

    @property
    def kind(self) -> CitationKind:
        """The kind of place."""
        return self.passage.kind


@dataclass(frozen=True, slots=True)
class Library:
    """The references that citations were resolved to, in the order of their keys."""

    references: tuple[Reference, ...] = ()
    citations: tuple[Citation, ...] = field(default=())
