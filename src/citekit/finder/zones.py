"""The parts of a web page that was saved as text: article, comments, and what surrounds them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto
from itertools import pairwise, takewhile

from citekit.finder.bylines import is_signature
from citekit.finder.comments import first_comment
from citekit.finder.cues import cue_pattern, cue_words, folded
from citekit.finder.lines import printed_lines
from citekit.finder.prose import LONGEST_BLOCK, count_words, is_sentence, link_density
from citekit.finder.scholarly import is_scholarly
from citekit.model.document import Block, BlockKind, Document, DocumentFormat, Zone
from citekit.model.spans import Markup

# Measured on saved pages: paragraphs of articles run longer, blurbs in boxes stay below.
_PROSE_WORDS = 25
_SENTENCE_WORDS = 5
_LABEL_WORDS = 12
_BOX_WORDS = 40
_MOSTLY_LINKS = 0.7
_HARDLY_LINKS = 0.5
_PARTLY_LINKS = 0.35
_LIST_LINES = 3
_LIST_LINE_WORDS = 6
_COLUMN_BLOCKS = 3
# A block beyond this is what an overfull file left undivided.
_LONGEST = 400_000
_LABELS_AFTER_COLON = 3

_SYMBOLS = re.compile(r"^[^\w$€£¥]+|[^\w)]+$")
_COUNT = re.compile(r"\s*\(\d+\)$")
_AMOUNT = re.compile(
    r"^(?:[$€£¥₩]\s?[\d.,]+|[\d.,]+\s?(?:[$€£¥₩]|usd|eur|dollars?|euros?))$", re.IGNORECASE
)
_SAVED_AS_TEXT = frozenset({DocumentFormat.TEXT, DocumentFormat.MARKDOWN})
_STOPPED = re.compile(r"[.,;:!?…]$")


class _Kind(Enum):
    PROSE = auto()
    SENTENCE = auto()
    HEADING = auto()
    LABEL = auto()
    NAVIGATION = auto()


def mark_zones(document: Document) -> Document:
    """``document`` with the zone of every block, where its format did not say.

    Only text and Markdown are judged, and no document in which a zone is already set. An
    academic paper is all article. Offsets, order and number of the blocks stay as they are.
    """
    blocks = document.blocks
    told = any(block.zone is not Zone.ARTICLE for block in blocks)
    if told or document.format not in _SAVED_AS_TEXT or is_scholarly(document):
        return document
    start = first_comment(blocks)
    kinds = [_kind(block, document.text) for block in blocks]
    zones = [*_page_zones(kinds[:start], blocks), *_comment_zones(kinds[start:], blocks[start:])]
    if all(zone is Zone.ARTICLE for zone in zones):
        return document
    marked = tuple(
        block if block.zone is zone else replace(block, zone=zone)
        for block, zone in zip(blocks, zones, strict=True)
    )
    return replace(document, blocks=marked)


def _kind(block: Block, source: str) -> _Kind:
    text = block.text.text
    if block.kind in {BlockKind.RULE, BlockKind.CODE, BlockKind.TABLE} or len(text) > _LONGEST:
        return _Kind.LABEL
    words = count_words(text[:LONGEST_BLOCK])
    if words <= _BOX_WORDS and _is_navigation(block, source, words):
        return _Kind.NAVIGATION
    density = link_density(block.text)
    if block.kind is BlockKind.HEADING:
        return _Kind.HEADING
    if density >= _MOSTLY_LINKS and len(block.text.runs_of(Markup.LINK)) > 1:
        return _Kind.NAVIGATION
    if density < _HARDLY_LINKS and words >= _SENTENCE_WORDS and is_sentence(text):
        return _Kind.PROSE if words >= _PROSE_WORDS else _Kind.SENTENCE
    return _Kind.NAVIGATION if _is_name_list(block, source) else _Kind.LABEL


def _is_navigation(block: Block, source: str, words: int) -> bool:
    text = block.text.text
    bare = _COUNT.sub("", _SYMBOLS.sub("", folded(text)))
    if bare in cue_words("zones", "navigation"):
        return True
    links = block.text.runs_of(Markup.LINK)
    if links and words <= _LABEL_WORDS * len(links) and not is_sentence(text):
        density = link_density(block.text)
        lost = all(run.target in {"", "#"} for run in links) and density >= _PARTLY_LINKS
        listed = block.kind is BlockKind.LIST_ITEM or len(links) > 1
        if lost or (listed and density >= _MOSTLY_LINKS):
            return True
    lines = [line.text for line in printed_lines(block, source)]
    if lines and all(_AMOUNT.match(line) for line in lines):
        return True
    return bool(cue_pattern("zones", "boxes").search(folded(text)))


def _is_name_list(block: Block, source: str) -> bool:
    """Whether the block is a run of short lines in title case, such as a list of names."""
    lines = [line.text for line in printed_lines(block, source)]
    return len(lines) >= _LIST_LINES and all(_is_title_like(line) for line in lines)


def _is_title_like(line: str) -> bool:
    words = [word for word in line.split() if word[0].isalpha()]
    return (
        0 < len(words) <= _LIST_LINE_WORDS
        and not _STOPPED.search(line)
        and sum(word[0].isupper() for word in words) * 2 > len(words)
    )


def _page_zones(kinds: list[_Kind], blocks: Sequence[Block]) -> list[Zone]:
    """The zones of what stands before the comments.

    Long paragraphs are the article. What surely is navigation cuts out, between two of them,
    the column it belongs to with its labels, and everything from there on after the last.
    """
    kinds = _without_blurbs(kinds)
    prose = [i for i, kind in enumerate(kinds) if kind is _Kind.PROSE] or [
        i for i, kind in enumerate(kinds) if kind is _Kind.SENTENCE
    ]
    zones = [Zone.ARTICLE] * len(kinds)
    if not prose:
        return zones
    for i in range(prose[0]):
        if kinds[i] is _Kind.NAVIGATION and not is_signature(blocks[i].text.text):
            zones[i] = Zone.NAVIGATION
    _mark_labels_after_colons(kinds, blocks, prose[0], zones)
    for before, after in pairwise(prose):
        _mark_column(kinds, before + 1, after, zones)
    _mark_tail(kinds, prose[-1] + 1, zones)
    return zones


def _without_blurbs(kinds: list[_Kind]) -> list[_Kind]:
    """The kinds, with single paragraphs amid navigation no longer taken for the article's."""
    sure = [i for i, k in enumerate(kinds) if k in {_Kind.PROSE, _Kind.NAVIGATION}]
    result = list(kinds)
    for before, here, after in zip(sure, sure[1:], sure[2:], strict=False):
        navigation = kinds[before] is kinds[after] is _Kind.NAVIGATION
        if navigation and kinds[here] is _Kind.PROSE and kinds.count(_Kind.PROSE) > 1:
            result[here] = _Kind.SENTENCE
    return result if _Kind.PROSE in result else kinds


def _mark_labels_after_colons(
    kinds: list[_Kind], blocks: Sequence[Block], stop: int, zones: list[Zone]
) -> None:
    """Mark the labels that a box such as ``More on:`` announces before the article."""
    for i in range(stop):
        if kinds[i] is not _Kind.NAVIGATION or not blocks[i].text.text.rstrip().endswith(":"):
            continue
        for j in range(i + 1, min(i + 1 + _LABELS_AFTER_COLON, stop)):
            if kinds[j] is not _Kind.LABEL:
                break
            zones[j] = Zone.NAVIGATION


def _mark_column(kinds: list[_Kind], start: int, end: int, zones: list[Zone]) -> None:
    """Mark what lies between two paragraphs of the article and belongs to a column."""
    sure = [i for i in range(start, end) if kinds[i] is _Kind.NAVIGATION]
    if not sure:
        return
    for i in sure:
        zones[i] = Zone.NAVIGATION
    for i in range(sure[0], sure[-1]):
        stray = kinds[i] is not _Kind.SENTENCE
        zones[i] = Zone.NAVIGATION if stray else zones[i]
    if len(sure) < _COLUMN_BLOCKS:
        return
    labels = {_Kind.LABEL, _Kind.HEADING}
    above = takewhile(lambda i: kinds[i] in labels, range(sure[0] - 1, start - 1, -1))
    below = takewhile(lambda i: kinds[i] is _Kind.LABEL, range(sure[-1] + 1, end))
    for i in (*above, *below):
        zones[i] = Zone.NAVIGATION


def _mark_tail(kinds: list[_Kind], start: int, zones: list[Zone]) -> None:
    """Mark everything from the first navigation on, with the heading right above it."""
    first = next((i for i in range(start, len(kinds)) if kinds[i] is _Kind.NAVIGATION), None)
    if first is None:
        return
    if first > start and kinds[first - 1] is _Kind.HEADING:
        first -= 1
    for i in range(first, len(kinds)):
        zones[i] = Zone.NAVIGATION


def _comment_zones(kinds: list[_Kind], blocks: Sequence[Block]) -> list[Zone]:
    """Comments to the end, but for the boxes below the last of them."""
    end = len(blocks)
    while end > 0 and (
        kinds[end - 1] is _Kind.NAVIGATION and blocks[end - 1].indent <= blocks[0].indent
    ):
        end -= 1
    return [Zone.COMMENT] * end + [Zone.NAVIGATION] * (len(blocks) - end)
