"""The entries of reference lists whose parts a page sets in blocks of their own.

Publishers print the authors, the title and the source of an entry as lists and boxes, with
buttons for services between them. What one item of the list holds is one entry.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from citekit.model.document import Block, BlockKind, Zone
from citekit.model.spans import TracedText, join_traced
from citekit.readers.html_elements import Element, ancestors_of
from citekit.readers.html_page import HtmlPage
from citekit.text.data import load_words

# The names that publishers give to the entries of a list: "bib12", "ref-CR3", "CIT0004".
_ENTRY_NAME = re.compile(
    r"(?:^|[^a-z])(?:refs?|references?|bib|bibr|biblio|cr|cit|citation|bb|b|rf)[^a-z]{0,4}\d{1,5}"
    r"(?:[.\-_]\d{1,3})*$",
    re.IGNORECASE,
)
_ITEMS = frozenset({"li", "dd", "div", "p", "tr", "section", "article"})
_AROUND = frozenset({"li", "dd", "tr", "div"})
_FEWEST_ITEMS = 2
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_LABEL = re.compile(r"[\[(]?\d{1,4}[\])]?[.:]?")
_LONGEST = 3000


@dataclass(frozen=True, slots=True)
class _Items:
    """The element of the list that each block stands in, by the index of the block."""

    by_block: Mapping[int, Element]


def join_reference_items(
    page: HtmlPage, texts: Sequence[TracedText | None], zones: Sequence[Zone]
) -> tuple[Block, ...]:
    """The blocks of ``page`` in their ``zones``, with ``texts``, those of one entry joined.

    An entry is a dated element that is named as one ("bib12") and has another beside it. Buttons
    in it ("Google Scholar") are left out; an entry that is one block stays as it stands.
    """
    items = _items_of(page)
    blocks: list[Block] = []
    index = 0
    while index < len(page.blocks):
        last = index
        item = items.by_block.get(index)
        while item is not None and items.by_block.get(last + 1) is item:
            last += 1
        parts = [k for k in range(index, last + 1) if texts[k] is not None]
        if last > index and _may_be_entry(page, parts, " ".join(_text(texts, k) for k in parts)):
            blocks += _entry([(_traced(texts, k), page.blocks[k].level) for k in parts])
        else:
            blocks += [_block(page, k, _traced(texts, k), zones[k]) for k in parts]
        index = last + 1
    return tuple(blocks)


def _may_be_entry(page: HtmlPage, blocks: Sequence[int], text: str) -> bool:
    """Whether blocks are parts of a reference, and not of an article that is numbered like one."""
    headed = any(page.blocks[k].kind is BlockKind.HEADING for k in blocks)
    return len(text) <= _LONGEST and not headed and _YEAR.search(text) is not None


def _traced(texts: Sequence[TracedText | None], index: int) -> TracedText:
    return texts[index] or TracedText("")


def _text(texts: Sequence[TracedText | None], index: int) -> str:
    return _traced(texts, index).text


def _block(page: HtmlPage, index: int, text: TracedText, zone: Zone) -> Block:
    block = page.blocks[index]
    return Block(block.kind, text, block.level, zone=zone)


def _entry(parts: Sequence[tuple[TracedText, int]]) -> tuple[Block, ...]:
    """The one block of an entry, empty where nothing but buttons stands in it."""
    services = load_words("citekit.readers", "html_references", "services")
    joined, above = TracedText(""), 0
    for part, level in parts:
        if part.text.casefold().strip(" .[]()|→↗") in services:
            continue
        joined = join_traced((joined, part), _between(joined.text, part.text, level, above))
        above = level
    if not joined.text or _LABEL.fullmatch(joined.text):
        return ()
    return (Block(BlockKind.LIST_ITEM, joined, 1),)


def _between(before: str, after: str, level: int, above: int) -> str:
    """The punctuation that the boxes of an entry stand for: commas in a list, else full stops."""
    if not after[:1].isalnum() or before.endswith((".", ",", ";", ":", "?", "!")):
        return " "
    return ", " if level == above > 1 else ". "


def _items_of(page: HtmlPage) -> _Items:
    """The entries that hold several blocks, told by their names."""
    named: dict[int, Element | None] = {}
    by_block: dict[int, Element] = {}
    for index, block in enumerate(page.blocks):
        path = [one for one in ancestors_of(block.element) if one.name in _ITEMS]
        found: Element | None = None
        for element in path:
            if id(element) not in named:
                named[id(element)] = element if _ENTRY_NAME.search(element.get("id")) else None
            found = named[id(element)] or found
        if found is not None:
            by_block[index] = found
    items = {id(item): item for item in by_block.values()}
    if len(items) < _FEWEST_ITEMS:
        return _Items({})
    return _Items(_with_surroundings(page, by_block))


def _with_surroundings(page: HtmlPage, by_block: Mapping[int, Element]) -> Mapping[int, Element]:
    """Each entry grown to what holds it alone, with the number printed beside it."""
    counts: dict[int, set[int]] = {}
    for item in by_block.values():
        for element in ancestors_of(item):
            counts.setdefault(id(element), set()).add(id(item))
    grown: dict[int, Element] = {}
    for item in by_block.values():
        element = item
        while (
            element.parent is not None
            and element.parent.name in _AROUND
            and len(counts[id(element.parent)]) == 1
        ):
            element = element.parent
        grown[id(element)] = element
    found: dict[int, Element] = {}
    for index, block in enumerate(page.blocks):
        for element in ancestors_of(block.element):
            if id(element) in grown:
                found[index] = element
                break
    return found
