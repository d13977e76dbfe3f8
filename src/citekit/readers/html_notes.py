"""The notes of a page: marks that link to them, wherever the page prints them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from citekit.model.document import Note, NoteKind
from citekit.model.spans import Span, TracedText, join_traced
from citekit.readers.html_elements import Element, ancestors_of
from citekit.readers.html_page import Anchor, HtmlPage, LocalLink
from citekit.readers.html_zones import words_of

_MARKER = re.compile(
    r"[\[(]?\s?((?:note |fn\.? ?)?(?:\d{1,4}|[a-z]{1,2}|[ivxl]{1,7}|[*†‡§¶#]{1,4}))\s?[\])]?",
    re.IGNORECASE,
)
_NOTE_NAME = re.compile(
    r"(?:^|[^a-z])(?:fn|_?ftn|ftnt|footnotes?|endnotes?|_?edn|note|cite[_-]note|foot|sdfootnote"
    r"|sdendnote|easy-footnote|footnote_plugin|nt|n|anm|fussnote)[^a-z]*\w{0,40}$|^fn|footnote|endnote",
    re.IGNORECASE,
)
_ENTRY_NAME = re.compile(
    r"(?:^|[^a-z])(?:refs?|references?|bib|bibr|biblio|cr|cit|ref-cr|citation)[^a-z]{0,40}\d"
    r"|ref(?:erence)?s?[-_.]?\d+$|^b\d+$",
    re.IGNORECASE,
)
_NOTE_WORDS = frozenset(
    [
        "footnote",
        "footnotes",
        "endnote",
        "endnotes",
        "rearnote",
        "rearnotes",
        "fn",
        "fnlist",
        "msofootnotetext",
        "msoendnotetext",
        "reflist",
        "notes",
        "note",
        "noteref",
        "doc",
    ]
)
_BACK_LINK = re.compile(
    r"[\s\[\](){}↩↵⏎↑^⇑▲︎️.a-z\d*†‡§-]{0,8}|back(?: to (?:text|content|top))?", re.IGNORECASE
)
_LEADING_MARKER = re.compile(r"\s*(?:\[[^\[\]]{1,6}\]|\([^()]{1,5}\)|[\d*†‡§]{1,5}[.):]?|[.):])\s*")
# Of the three signs of a note (its name, its class, a raised mark) two are enough.
_SIGNS_NEEDED = 2
_CLIMBED = frozenset({"li", "aside", "dd", "tr", "td", "div", "p", "section"})


@dataclass(frozen=True, slots=True)
class PageNotes:
    """The notes of a page, and the text of each of its blocks without marks.

    A text is None where the block is part of a note.
    """

    notes: tuple[Note, ...]
    texts: tuple[TracedText | None, ...]


@dataclass(frozen=True, slots=True)
class _Called:
    """A note that is called: the first link to it, and where it stands."""

    link: LocalLink
    anchor: Anchor
    marker: str
    holder: Element


@dataclass(frozen=True, slots=True)
class _Cut:
    start: int
    end: int


def find_notes(page: HtmlPage) -> PageNotes:
    """The notes that a mark in ``page`` links to, in the order of their marks.

    A mark is a link whose text is a number, a letter or a sign, raised or named as a note. Links
    to the entries of a bibliography are none. Back links and the printed number of a note are
    left out of its text, marks out of the text of blocks.
    """
    texts: list[TracedText | None] = [block.text for block in page.blocks]
    called = _called_notes(page)
    if not called:
        return PageNotes((), tuple(texts))
    cuts: dict[int, list[_Cut]] = {}
    targets = {note.anchor.name for note in called}
    members = _blocks_by_note(page, called)
    for link in page.links:
        if link.target in targets and link.block not in members:
            cuts.setdefault(link.block, []).append(_mark_cut(page, link))
    for index, parts in cuts.items():
        text = texts[index]
        if text is not None:
            rest = cut_text(text, parts)
            texts[index] = rest if rest.text else None
    own = _own_blocks(members)
    notes = [note for item in called if (note := _note(page, item, own.get(item.anchor.name, ())))]
    for index in members:
        texts[index] = None
    return PageNotes(tuple(notes), tuple(texts))


def cut_text(text: TracedText, cuts: Iterable[_Cut]) -> TracedText:
    """``text`` without the stretches ``cuts``; the piece it was made from stays whole."""
    parts, position = [], 0
    for cut in sorted(cuts, key=lambda cut: cut.start):
        if cut.start >= position:
            parts.append(text.slice(position, cut.start))
            position = cut.end
    parts.append(text.slice(position, len(text.text)))
    joined = join_traced(parts, "").strip()
    return TracedText(joined.text, joined.segments, joined.runs, text.pieces)


def _called_notes(page: HtmlPage) -> list[_Called]:
    found: dict[str, _Called] = {}
    for link in page.links:
        anchor = page.anchors.get(link.target)
        if anchor is None or link.target in found or anchor.block < link.block:
            continue
        marker = _marker_of(page, link)
        if marker and _leads_to_note(page, link, anchor):
            holder = _holder(anchor.element)
            if link.element not in ancestors_of(holder) and holder not in ancestors_of(
                link.element
            ):
                found[link.target] = _Called(link, anchor, marker, holder)
    return list(found.values())


def _marker_of(page: HtmlPage, link: LocalLink) -> str:
    if link.block >= len(page.blocks):
        return ""
    text = page.blocks[link.block].text.text[link.start : link.end].strip()
    match = _MARKER.fullmatch(text)
    return match[1] if match else ""


def _leads_to_note(page: HtmlPage, link: LocalLink, anchor: Anchor) -> bool:
    if _is_back_link_target(page, link):
        return False
    if _ENTRY_NAME.search(anchor.fragment) and not _NOTE_NAME.search(anchor.fragment):
        return False
    around = ancestors_of(anchor.element)[:5]
    if any("bibliography" in words_of(element) for element in around):
        return False
    named = bool(_NOTE_NAME.search(anchor.fragment)) or "noteref" in words_of(link.element)
    worded = any(words_of(element) & _NOTE_WORDS for element in around)
    raised = link.is_raised or bool(re.match(r"[\[(]", _text_of(page, link)))
    return named + worded + raised >= _SIGNS_NEEDED or (
        named and _MARKER.fullmatch(_text_of(page, link)) is not None
    )


def _is_back_link_target(page: HtmlPage, link: LocalLink) -> bool:
    """Whether the place that ``link`` leads to is itself a mark that leads here."""
    anchor = page.anchors[link.target]
    return any(
        other.block == anchor.block
        and (other.element is anchor.element or anchor.element in ancestors_of(other.element)[:3])
        and other.target in page.anchors
        and page.anchors[other.target].block >= link.block > other.block
        for other in page.links_of(anchor.block)
    )


def _text_of(page: HtmlPage, link: LocalLink) -> str:
    return page.blocks[link.block].text.text[link.start : link.end]


def _holder(element: Element) -> Element:
    """The element that holds the whole note ``element`` begins: an item, a paragraph, an aside."""
    for ancestor in ancestors_of(element):
        if ancestor.is_block:
            return ancestor
    return element


def _blocks_by_note(page: HtmlPage, called: Sequence[_Called]) -> dict[int, str]:
    """The note that each block is part of, by the index of the block."""
    holders = {id(note.holder): note for note in called}
    counts: dict[int, int] = {}
    for note in called:
        for element in ancestors_of(note.holder):
            counts[id(element)] = counts.get(id(element), 0) + 1
    for note in called:
        element = note.holder
        while (
            (parent := element.parent) is not None
            and parent.name in _CLIMBED
            and counts.get(id(parent)) == 1
            and (parent.name not in {"div", "section"} or words_of(parent) & _NOTE_WORDS)
        ):
            element = parent
            holders[id(element)] = note
    members: dict[int, str] = {}
    for index, block in enumerate(page.blocks):
        for element in ancestors_of(block.element):
            if id(element) in holders:
                members[index] = holders[id(element)].anchor.name
                break
    return members


def _own_blocks(members: dict[int, str]) -> dict[str, tuple[int, ...]]:
    own: dict[str, list[int]] = {}
    for index, name in members.items():
        own.setdefault(name, []).append(index)
    return {name: tuple(indexes) for name, indexes in own.items()}


def _note(page: HtmlPage, called: _Called, blocks: Sequence[int]) -> Note | None:
    texts = []
    for index in blocks:
        text = page.blocks[index].text
        backs = [
            _Cut(link.start, link.end)
            for link in page.links_of(index)
            if _BACK_LINK.fullmatch(text.text[link.start : link.end].strip())
        ]
        texts.append(cut_text(text, backs))
    joined = join_traced(texts)
    match = _LEADING_MARKER.match(joined.text)
    if match and called.marker in match.group():
        joined = joined.slice(match.end(), len(joined.text))
    joined = joined.strip()
    if not joined.text:
        return None
    piece = Span(joined.start, joined.end)
    text = TracedText(joined.text, joined.segments, joined.runs, (piece,))
    kind = NoteKind.ENDNOTE if re.search("endnote|edn", called.anchor.name) else NoteKind.FOOTNOTE
    mark = Span(called.link.element.start, called.link.element.end)
    return Note(called.anchor.name, called.marker, text, kind, mark)


def _mark_cut(page: HtmlPage, link: LocalLink) -> _Cut:
    """The mark with the brackets around it."""
    text = page.blocks[link.block].text.text
    start, end = link.start, link.end
    if text[start - 1 : start] in {"[", "("} and text[end : end + 1] in {"]", ")"}:
        return _Cut(start - 1, end + 1)
    return _Cut(start, end)
