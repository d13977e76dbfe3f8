"""A draft taken apart: its citations and notes in reading order, and where lists of works go."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from citekit.drafts.metadata import NO_METADATA, Metadata
from citekit.model.diagnostic import Diagnostic
from citekit.model.spans import Span


class Form(StrEnum):
    """What a citation asks to be printed; all but the first two come from LaTeX alone."""

    NORMAL = "normal"
    AUTHOR_IN_TEXT = "author-in-text"
    NOTE = "note"
    AUTHOR = "author"
    YEAR = "year"
    TITLE = "title"
    ENTRY = "entry"
    ENTRY_NOTE = "entry-note"


@dataclass(frozen=True, slots=True)
class DraftCite:
    """One work in a citation of a draft.

    ``label`` is a locator label of CSL, empty without a locator. ``prefix`` and ``suffix`` hold
    CSL's inline markup; what that cannot say stands in ``DraftCitation.kept``. ``span`` is that
    of the key.
    """

    key: str
    span: Span
    locator: str = ""
    label: str = ""
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False


@dataclass(frozen=True, slots=True)
class DraftCitation:
    """A citation that stands in the draft at ``span``.

    ``can_move`` is false where what stands before it (the start of a block) must stay as it is.
    ``in_brackets`` tells that the draft itself sets it apart from the sentence,
    ``is_bare`` that it does so with brackets of its own, in the place of those of the style.
    ``kept`` maps characters of the private use area, which stand in affixes, to the markup of
    the draft that they keep the place of.
    """

    span: Span
    cites: tuple[DraftCite, ...]
    form: Form = Form.NORMAL
    kept: Mapping[str, str] = field(default_factory=dict)
    can_move: bool = True
    in_brackets: bool = False
    is_bare: bool = False


@dataclass(frozen=True, slots=True)
class DraftNote:
    """A foot- or endnote that is called in the text, with the citations inside it.

    A note that is called again has its citations at the first call only. ``called_at`` is the
    offset of the call, ``bodies`` are the spans of its paragraphs.
    """

    called_at: int
    citations: tuple[DraftCitation, ...] = ()
    bodies: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: ``start`` is where its line begins, ``level`` counts from 1."""

    start: int
    level: int


@dataclass(frozen=True, slots=True)
class BibliographyPlace:
    """Where a list of works is to stand.

    ``span`` is to be replaced with the list, ``before`` it and ``after`` it; each of its lines
    begins with ``lead``. ``name`` tells one of several lists, empty for the main one.
    ``filters`` choose among the works: ``type``, ``not-type``, ``keyword``, ``not-keyword``,
    ``section``. ``title`` is that of a heading of ``level``, where one is to be set.
    """

    span: Span
    before: str = ""
    after: str = ""
    lead: str = ""
    name: str = ""
    filters: Mapping[str, str] = field(default_factory=dict)
    title: str = ""
    level: int = 1


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft. ``flow`` is in reading order; ``text`` is the file exactly as it is.

    ``note_labels`` are those in use, in lower case. ``identifiers`` are the names that the draft
    itself defines (``{#fig:map}``): a key among them is a cross-reference. ``listed`` are the
    keys of ``nocite``. ``has_list_at_end`` tells that a draft without places still gets a list.
    """

    text: str
    path: str
    flow: tuple[DraftCitation | DraftNote, ...] = ()
    places: tuple[BibliographyPlace, ...] = ()
    headings: tuple[Heading, ...] = ()
    metadata: Metadata = NO_METADATA
    note_labels: frozenset[str] = frozenset()
    identifiers: frozenset[str] = frozenset()
    listed: tuple[str, ...] = ()
    has_list_at_end: bool = True
    diagnostics: tuple[Diagnostic, ...] = ()
