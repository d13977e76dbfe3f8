"""What a document asks a style to render: citations, each of cites."""

from dataclasses import dataclass
from enum import StrEnum


class Position(StrEnum):
    """Where a cite stands among the cites of its work (CSL 1.0.2, "choose", ``position``)."""

    FIRST = "first"
    SUBSEQUENT = "subsequent"
    IBID = "ibid"
    IBID_WITH_LOCATOR = "ibid-with-locator"


@dataclass(frozen=True, slots=True)
class Cite:
    """One work in a citation.

    ``label`` is the kind of the locator (``page`` where empty). ``prefix`` and ``suffix`` may
    hold CSL's inline markup. ``suppress_author`` leaves the names out (``[-@key]``);
    ``author_only`` leaves out all but them.

    ``position``, ``near_note`` and ``first_note`` (the number of the note of the first cite) are
    worked out from the order of the citations unless ``position`` is given. ``address`` is where
    a link on the cite leads (``#ref-key``), for writers that make links.
    """

    id: str
    locator: str = ""
    label: str = ""
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False
    author_only: bool = False
    position: Position | None = None
    near_note: bool = False
    first_note: int = 0
    address: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation of a document, its cites in the order given.

    ``note_number`` is that of the foot- or endnote that it stands in, 0 in the running text.
    ``is_unsorted`` keeps the cites as given though the style sorts them.
    ``author_in_text`` asks for the author apart, to be worked into the sentence ("Smith (1999)").
    """

    cites: tuple[Cite, ...]
    note_number: int = 0
    is_unsorted: bool = False
    author_in_text: bool = False
    id: str = ""
