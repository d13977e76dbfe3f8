"""Whether a document is an academic paper."""

import re
from functools import cache

from citekit.finder.cues import cue_words, folded
from citekit.finder.headings import Section, is_heading_of
from citekit.finder.note_marks import marks_in
from citekit.model.document import Block, BlockKind, Document

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d[a-z]?\b")
_DOI = re.compile(r"\bdoi\.org/|\bdoi:\s*10\.", re.IGNORECASE)
_BRACKETED = re.compile(
    r"\[\d{1,3}(?:[,–-]\s?\d{1,3})*\]|\([A-Z][\w’'-]+(?: et al\.?)?,? (?:19|20)\d\d"
)
_NUMBERING = re.compile(r"^(?:\d+(?:\.\d+)*|[ivxlc]+)[.):]?\s+", re.IGNORECASE)
_ENOUGH_MARKS = 4
_ENOUGH_ENTRIES = 4
_ENOUGH_SIGNS = 2
_LONG_HEADING = 60
_LISTS = (Section.BIBLIOGRAPHY, Section.NOTES)


def is_scholarly(document: Document) -> bool:
    """Whether ``document`` is a paper with notes or a reference list.

    Four note marks or notes are enough, as is a reference list of four dated entries; else
    two weaker signs are asked for: an abstract, a DOI, citations in brackets, a heading of a
    bibliography.
    """
    marks = len(document.notes)
    headings: set[str] = set()
    entries = brackets = 0
    doi = listing = listed = False
    for index, block in enumerate(document.blocks):
        text = block.text.text
        marks += len(marks_in(block, index))
        if _heads(block):
            headings.add(_NUMBERING.sub("", folded(text).strip(" .:*_#"), count=1))
            lists = any(is_heading_of(block, section) for section in _LISTS)
            listed = listed or lists
            if block.kind is BlockKind.HEADING or lists:
                listing = lists
        entries += listing and bool(_YEAR.search(text[:500]))
        doi = doi or bool(_DOI.search(text[:500]))
        brackets += bool(_BRACKETED.search(text[:2000]))
    if marks >= _ENOUGH_MARKS or entries >= _ENOUGH_ENTRIES:
        return True
    cues = (bool(headings & words) for words in _heading_cues())
    signs = (doi, brackets >= _ENOUGH_MARKS, listed, *cues)
    return sum(signs) >= _ENOUGH_SIGNS


def _heads(block: Block) -> bool:
    return len(block.text.text) <= _LONG_HEADING and block.kind in {
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
    }


@cache
def _heading_cues() -> tuple[frozenset[str], ...]:
    return tuple(cue_words("paper", name) for name in ("abstract", "keywords"))
