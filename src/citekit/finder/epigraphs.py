"""Epigraphs: quotations at the head of a section, with the name of their author below."""

import re
from collections.abc import Sequence

from citekit.finder.headings import is_heading
from citekit.finder.name_shapes import is_person_shaped
from citekit.model.citation import CitationKind, Label, Passage
from citekit.model.document import Block, BlockKind, Document, Zone
from citekit.model.spans import Markup, TracedText, join_traced

_QUOTED = re.compile(r"^[“\"„«‘'「『]")
_UNQUOTED = re.compile(r"[”\"“»’'」』]\s*\S{0,4}$")
_DASH = re.compile(r"^[\s—–―~-]*")
_ROLE = re.compile(r"\s*[,(;].*$", re.DOTALL)
_NOTE_MARK = re.compile(r"^[\d*†‡\[\]() ]+$")
# A longer line is no name; a quotation of more blocks is the text itself.
_LONGEST_AUTHOR = 100
_LONGEST_HEADING = 200
_LONGEST_QUOTATION = 2000
_MOST_BLOCKS = 4
_NEARLY_ALL = 0.9


def find_epigraphs(document: Document) -> tuple[Passage, ...]:
    """The epigraphs of ``document``, in order; the author's name is labelled.

    An epigraph stands below a heading, below another epigraph or at the very beginning: one to
    four paragraphs in italics, in quotation marks or set as a quotation, and then a line that
    is a name, with at most a role behind it. Text and author line make one passage.
    """
    found: list[Passage] = []
    blocks = [block for block in document.blocks if block.zone is Zone.ARTICLE]
    start = 0
    head = True
    while start < len(blocks):
        end = _quotation_end(blocks, start) if head else start
        author = _author(blocks[end]) if start < end < len(blocks) else None
        if author is not None:
            parts = [_without_mark(block.text) for block in blocks[start:end]]
            found.append(_passage(parts, author))
            start = end + 1
            continue
        head = _heads(blocks[start]) or (head and _is_furniture(blocks[start]))
        start += 1
    return tuple(found)


def _quotation_end(blocks: Sequence[Block], start: int) -> int:
    """The index after the quotation that begins at ``start``, ``start`` where none does."""
    end, length = start, 0
    limit = min(len(blocks), start + _MOST_BLOCKS)
    while end < limit and _is_set_apart(blocks[end], first=end == start) and _is_long(blocks[end]):
        length += len(blocks[end].text.text)
        end += 1
        if _UNQUOTED.search(_without_mark(blocks[end - 1].text).text):
            break
    if length > _LONGEST_QUOTATION:
        return start
    return end


def _heads(block: Block) -> bool:
    """Whether a section may begin below ``block``: a heading, or a line wholly in bold."""
    short = len(block.text.text) <= _LONGEST_HEADING
    return is_heading(block) or (short and _is_all(block.text, Markup.BOLD))


def _is_long(block: Block) -> bool:
    """Whether a block is more than the line that names an author."""
    return _author(block) is None


def _is_set_apart(block: Block, *, first: bool) -> bool:
    if block.kind is BlockKind.QUOTATION:
        return True
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    text = block.text.text.strip()
    if _is_all(block.text, Markup.ITALIC):
        return True
    return first and bool(_QUOTED.match(text) and _UNQUOTED.search(_without_mark(block.text).text))


def _is_all(text: TracedText, markup: Markup) -> bool:
    length = len(text.text.strip())
    marked = sum(run.end - run.start for run in text.runs_of(markup))
    return length > 0 and marked >= _NEARLY_ALL * length


def _author(block: Block) -> TracedText | None:
    """The name in a line that says whose words stand above it."""
    text = block.text
    if len(text.text) > _LONGEST_AUTHOR or block.kind not in {
        BlockKind.PARAGRAPH,
        BlockKind.QUOTATION,
    }:
        return None
    dash = _DASH.match(text.text)
    start = dash.end() if dash else 0
    dashed = bool(text.text[:start].strip())
    name = _ROLE.sub("", text.text[start:])
    if not is_person_shaped(name) or not (dashed or _is_all(text, Markup.ITALIC)):
        return None
    return text.slice(start, start + len(name)).strip()


def _without_mark(text: TracedText) -> TracedText:
    """``text`` without the raised mark of a note at its end."""
    for run in text.runs_of(Markup.SUPERSCRIPT):
        at_end = not text.text[run.end :].strip(" \"”»'’*_")
        if at_end and _NOTE_MARK.match(text.text[run.start : run.end]):
            return text.slice(0, run.start).strip()
    return text


def _is_furniture(block: Block) -> bool:
    return block.kind is BlockKind.RULE or not block.text.text.strip()


def _passage(parts: Sequence[TracedText], author: TracedText) -> Passage:
    whole = join_traced((*parts, author))
    label = Label(len(whole.text) - len(author.text), len(whole.text), "author")
    return Passage(CitationKind.EPIGRAPH, whole, labels=(label,))
