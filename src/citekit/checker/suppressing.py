"""Findings that a comment in their file asks not to see."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from citekit.checker.bib_file import is_bib_path
from citekit.checker.finding import Finding
from citekit.checker.selection import matches
from citekit.checker.suppression_comments import Reach, SuppressionComment, find_suppressions
from citekit.formats.bib_syntax.nodes import Block, EntryNode, TextNode
from citekit.formats.bib_syntax.parser import parse_bib
from citekit.model.spans import Span

_PARAGRAPH = re.compile(r"(?:[ \t]*+(?:\r\n|\r|\n))*+(?:[^\r\n]*\S[^\r\n]*(?:\r\n|\r|\n|\Z))*")
_LINE = re.compile(r"[^\r\n]*")


@dataclass(frozen=True, slots=True)
class UnusedSuppression:
    """A comment, or one selector in it, that silences nothing.

    ``selector`` is empty where the comment as a whole is meant.
    """

    path: str
    comment: SuppressionComment
    selector: str
    span: Span


@dataclass(frozen=True, slots=True)
class Suppressed:
    """The findings that are left, those that were asked not to be shown, and idle comments."""

    left: tuple[Finding, ...]
    silenced: tuple[Finding, ...]
    unused: tuple[UnusedSuppression, ...]


@dataclass(frozen=True, slots=True)
class _Silence:
    """A stretch of a file in which a comment asks for silence."""

    comment: SuppressionComment
    start: int
    end: int


def suppress(findings: Iterable[Finding], texts: Mapping[str, str]) -> Suppressed:
    """The findings, without those that a comment of their file, in ``texts``, asks not to see.

    A comment that stands alone in its line speaks for the next entry of a ``.bib`` file, or the
    paragraph that follows; any other for its line. ``disable`` and ``enable`` speak for all that
    stands between them, ``ignore-file`` for the file. What counts is where a finding begins.
    """
    silences = {path: _silences(text, path) for path, text in texts.items()}
    used: set[tuple[str, Span]] = set()
    left: list[Finding] = []
    silenced: list[Finding] = []
    for finding in findings:
        hit = False
        for silence in silences.get(finding.path, ()):
            if not silence.start <= finding.problem.span.start < silence.end:
                continue
            for selector, span in _selectors(silence.comment):
                if not selector or matches(finding.code, (selector,)):
                    used.add((finding.path, span))
                    hit = True
        (silenced if hit else left).append(finding)
    unused = (
        UnusedSuppression(path, comment, selector, span)
        for path, comments in silences.items()
        for comment in dict.fromkeys(silence.comment for silence in comments)
        for selector, span in _selectors(comment)
        if (path, span) not in used
    )
    return Suppressed(tuple(left), tuple(silenced), tuple(unused))


def _selectors(comment: SuppressionComment) -> list[tuple[str, Span]]:
    if not comment.selectors:
        return [("", comment.span)]
    return list(zip(comment.selectors, comment.selector_spans, strict=True))


def _silences(text: str, path: str) -> tuple[_Silence, ...]:
    comments = find_suppressions(text, path)
    found: list[_Silence] = []
    for number, comment in enumerate(comments):
        match comment.reach:
            case Reach.FILE:
                found.append(_Silence(comment, 0, len(text) + 1))
            case Reach.HERE:
                found.append(_here(text, path, comment))
            case Reach.FROM_HERE:
                found.append(_Silence(comment, comment.span.end, _end(comments[number:], text)))
            case Reach.UP_TO_HERE:
                pass
    return tuple(found)


def _end(comments: tuple[SuppressionComment, ...], text: str) -> int:
    """Where the silence of the first of ``comments`` ends: at the first that enables it again."""
    first = comments[0]
    for comment in comments[1:]:
        is_answer = not comment.selectors or set(comment.selectors) >= set(first.selectors)
        if comment.reach is Reach.UP_TO_HERE and is_answer:
            return comment.span.start
    return len(text) + 1


def _here(text: str, path: str, comment: SuppressionComment) -> _Silence:
    line = max(text.rfind("\n", 0, comment.span.start), text.rfind("\r", 0, comment.span.start)) + 1
    if not comment.stands_alone:
        return _Silence(comment, line, _end_of(_LINE, text, comment.span.end))
    if is_bib_path(path):
        return _Silence(comment, line, _end_of_next_node(text, comment.span.end))
    return _Silence(comment, line, _end_of(_PARAGRAPH, text, comment.span.end))


def _end_of(pattern: re.Pattern[str], text: str, place: int) -> int:
    match = pattern.match(text, place)
    return (match.end() if match else place) + 1


@lru_cache(maxsize=2)
def _blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a file, read once for all of its comments."""
    return tuple(parse_bib(text).blocks)


def _end_of_next_node(text: str, place: int) -> int:
    """The offset after the field that follows ``place`` in its entry, or the block that does."""
    for block in _blocks(text):
        if isinstance(block, EntryNode) and block.start < place < block.end:
            return next((one.end for one in block.fields if one.start >= place), block.end) + 1
        if block.start >= place and not isinstance(block, TextNode):
            return block.end + 1
    return len(text) + 1
