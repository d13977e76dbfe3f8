"""Readers' comments below an article: who wrote them, and what belongs to each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from citekit.finder.cues import cue_pattern, cue_words, folded
from citekit.finder.prose import is_sentence
from citekit.model.document import Block, BlockKind, Document, Zone

_BULLET = re.compile(r"^[•·◦▪‣*–-]\s+")
_ADDRESS = re.compile(r"^(?:https?://|www\.)\S+", re.IGNORECASE)
_COUNT = re.compile(r"^\(?\d[\d.,]*\)?\s+|\s*\(?\d[\d.,]*\)?$")
_TIME = re.compile(r"\b\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?|uhr)?\b|\b\d+ (?:hours?|days?|weeks?) ago")
_YEAR_OR_DAY = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}(?:st|nd|rd|th)?\b")
_LONGEST_HEAD = 120
_LONGEST_NAME = 45
_FEWEST_HEADS = 2
_HEADED_BODY_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Comment:
    """A reader's comment.

    ``author`` is the name or nickname at its head, ``home_page`` the address printed with it,
    each empty where there is none. ``head`` is the block that names the author, and
    ``blocks`` are those of the comment itself, without the head.
    """

    author: str
    home_page: str
    head: Block
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class _Head:
    author: str
    home_page: str
    bulleted: bool
    pingback: bool


def find_comments(document: Document) -> tuple[Comment, ...]:
    """The comments of ``document``, in order; only blocks in the comment zone are looked at."""
    blocks = [block for block in document.blocks if block.zone is Zone.COMMENT]
    heads = _heads(blocks)
    ends = [*sorted(heads), len(blocks)]
    return tuple(
        Comment(
            heads[start].author,
            heads[start].home_page,
            blocks[start],
            tuple(blocks[start + 1 : end]),
        )
        for start, end in pairwise(ends)
    )


def first_comment(blocks: Sequence[Block]) -> int:
    """The index of the block with which the comments begin, ``len(blocks)`` without any.

    Two comments are asked for, or one below a heading that announces comments.
    """
    heads = sorted(i for i in _heads(blocks) if not _signs_page(i, blocks))
    announced = next(
        (
            i
            for i, block in enumerate(blocks)
            if _announces(block) and _is_followed(i, blocks, heads)
        ),
        len(blocks),
    )
    first = heads[0] if len(heads) >= _FEWEST_HEADS else len(blocks)
    return min(announced, first)


def _signs_page(index: int, blocks: Sequence[Block]) -> bool:
    """Whether the block tells, above all sentences, who posted the page itself, and when."""
    told = cue_pattern("page", "bylines").match(blocks[index].text.text.lstrip()) is not None
    return told and not any(is_sentence(block.text.text) for block in blocks[:index])


def _is_followed(index: int, blocks: Sequence[Block], heads: list[int]) -> bool:
    """Whether comments follow the heading at ``index``: a comment's head, not far below."""
    near = range(index + 1, min(index + 5, len(blocks)))
    return any(head in near for head in heads)


def _announces(block: Block) -> bool:
    text = folded(block.text.text[:_LONGEST_HEAD])
    bare = _COUNT.sub("", _COUNT.sub("", text.strip(" :#*|"), count=1), count=1).strip(" :")
    if bare in cue_words("zones", "comments"):
        return True
    match = cue_pattern("zones", "comments").match(bare)
    return bool(match) and bare != text and len(bare) < _LONGEST_HEAD and not is_sentence(bare)


def _heads(blocks: Sequence[Block]) -> dict[int, _Head]:
    """The blocks that head a comment, by index."""
    found = {i: head for i, block in enumerate(blocks) if (head := _head(block)) is not None}
    bulleted = {i for i, head in found.items() if head.bulleted and not head.pingback}
    bodied = {i for i in bulleted if _has_body(i, blocks)}
    if len(bodied) < max(_FEWEST_HEADS, _HEADED_BODY_SHARE * len(bulleted)):
        return {i: head for i, head in found.items() if not head.bulleted}
    return {i: head for i, head in found.items() if i in bodied or i not in bulleted}


def _has_body(index: int, blocks: Sequence[Block]) -> bool:
    """Whether the block after the one at ``index`` is set deeper and says something."""
    if index + 1 >= len(blocks):
        return False
    head, body = blocks[index], blocks[index + 1]
    return body.indent > head.indent or (
        body.kind is BlockKind.LIST_ITEM and body.level > head.level
    )


def _head(block: Block) -> _Head | None:
    text = block.text.text
    if not text or len(text) > _LONGEST_HEAD:
        return None
    bare = _BULLET.sub("", text.strip())
    bulleted = block.kind is BlockKind.LIST_ITEM or bare != text.strip()
    if bulleted and folded(bare.partition(":")[0]) in cue_words("zones", "pingbacks"):
        return _Head("", "", bulleted=True, pingback=True)
    address = _ADDRESS.match(bare)
    name = bare[address.end() :].strip() if address else bare
    if bulleted and _is_name(name):
        return _Head(name, address.group() if address else "", bulleted=True, pingback=False)
    return _speaking_head(bare)


def _is_name(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_NAME and "\n" not in text and not is_sentence(text)


def _speaking_head(text: str) -> _Head | None:
    """A head such as ``Jane says:`` or ``Jane on June 3, 2011 at 9:15 am``."""
    said = cue_pattern("zones", "says").search(text)
    after = text[said.end() :].strip(" :\n") if said else ""
    if said and said.start() > 0 and (not after or _TIME.search(after.lower())):
        name = _before_date(text[: said.start()])
        return _Head(name, "", bulleted=False, pingback=False) if _is_name(name) else None
    time = _TIME.search(text.lower())
    if time is None or text[time.end() :].strip(" :|.-)").lower() not in {"", "reply", "permalink"}:
        return None
    name = _before_date(text)
    return _Head(name, "", bulleted=False, pingback=False) if _is_name(name) else None


def _before_date(text: str) -> str:
    date = _YEAR_OR_DAY.search(text)
    name = text[: date.start()] if date else text
    return re.split(r"\s+(?:on|am|le|el|il|em|op)\s+|[|,\n(]", name, maxsplit=1)[0].strip()
