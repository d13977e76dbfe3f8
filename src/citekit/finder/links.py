"""Links that serve as evidence: those in sentences of the article and of comments."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from citekit.finder.comments import find_comments
from citekit.finder.cues import cue_words
from citekit.finder.prose import link_density
from citekit.model.citation import CitationKind, Label, Passage
from citekit.model.document import Block, BlockKind, Document, Zone
from citekit.model.spans import Markup, MarkupRun, Span, TracedText, join_traced

_LINKING_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION})
_LOST = frozenset({"", "#"})
_SCHEMES = frozenset({"http", "https", "ftp", ""})
# How far from the anchor text its address may stand: markup is between them.
_BEHIND_ANCHOR = 8
_BEFORE_ANCHOR = 2000
_ALL_LINK = 0.99


def find_links(document: Document) -> tuple[Passage, ...]:
    """The links in the sentences of ``document`` and in its comments, in order.

    Left out are navigation, the home pages at the head of comments, links within the page,
    note marks, addresses of mail and phone, and links for sharing. The text is that of the
    link, with its address, labelled, behind it where the file prints one elsewhere; a link
    that lost its target keeps its text alone.
    """
    heads = {comment.head.text.start for comment in find_comments(document)}
    return tuple(
        passage
        for block in document.blocks
        if block.zone is not Zone.NAVIGATION
        and block.kind in _LINKING_KINDS
        and not (block.zone is Zone.COMMENT and block.text.start in heads)
        for passage in _links_in(block, document.text)
    )


def _links_in(block: Block, source: str) -> Iterator[Passage]:
    links = block.text.runs_of(Markup.LINK)
    if not links:
        return
    alone = link_density(block.text) >= _ALL_LINK
    raised = block.text.runs_of(Markup.SUPERSCRIPT)
    for run in links:
        anchor = block.text.slice(run.start, run.end).strip()
        marks_note = any(r.start <= run.start and run.end <= r.end for r in raised)
        if marks_note or not _says_something(anchor.text) or not _is_evidence(run.target):
            continue
        if alone and run.target in _LOST:
            continue
        yield _passage(anchor, run, source)


def _says_something(anchor: str) -> bool:
    return any(character.isalpha() for character in anchor)


def _is_evidence(target: str) -> bool:
    """Whether an address leads to something to read; a lost one may have."""
    if target in _LOST:
        return True
    if target.startswith("#"):
        return False
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    if parts.scheme.lower() not in _SCHEMES:
        return False
    place = f"{parts.netloc.lower().removeprefix('www.')}{parts.path.lower()}"
    return not any(place.startswith(share) for share in cue_words("links", "sharing"))


def _passage(anchor: TracedText, run: MarkupRun, source: str) -> Passage:
    if run.target in _LOST:
        return Passage(CitationKind.LINK, anchor)
    if run.target in anchor.text:
        start = anchor.text.index(run.target)
        label = Label(start, start + len(run.target), "URL")
        return Passage(CitationKind.LINK, anchor, labels=(label,))
    span = _printed_target(anchor, run.target, source)
    if span is None:
        return Passage(CitationKind.LINK, anchor)
    whole = join_traced((anchor, TracedText.of(source[span.start : span.end], at=span.start)))
    label = Label(len(whole.text) - len(span), len(whole.text), "URL")
    return Passage(CitationKind.LINK, whole, labels=(label,))


def _printed_target(anchor: TracedText, target: str, source: str) -> Span | None:
    """Where the address is printed: behind the anchor in Markdown, before it in HTML."""
    after = source.find(target, anchor.end, anchor.end + _BEHIND_ANCHOR + len(target))
    if after >= 0:
        return Span(after, after + len(target))
    before = source.rfind(target, max(0, anchor.start - _BEFORE_ANCHOR), anchor.start)
    return Span(before, before + len(target)) if before >= 0 else None
