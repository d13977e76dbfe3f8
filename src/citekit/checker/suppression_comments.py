"""Comments in a file that ask for silence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from citekit.model.spans import Span


class Reach(StrEnum):
    """How far a comment asks for silence; the values are the words in the comment."""

    HERE = "ignore"
    FILE = "ignore-file"
    FROM_HERE = "disable"
    UP_TO_HERE = "enable"


@dataclass(frozen=True, slots=True)
class SuppressionComment:
    """A comment: how far it reaches, for which selectors, and where it and each of them stand.

    Without selectors it means all rules. ``stands_alone`` tells that nothing else is on its line.
    """

    reach: Reach
    selectors: tuple[str, ...]
    span: Span
    selector_spans: tuple[Span, ...]
    stands_alone: bool


_DIRECTIVE = (
    r"citekit:[ \t]*(?P<reach>ignore-file|ignore|disable|enable)\b[ \t]*"
    r"(?:\[(?P<selectors>[^\]\r\n]{0,500})\])?"
)
_REST = r"[^\r\n]*"
_BIB = re.compile(
    rf"(?:%[ \t]*{_DIRECTIVE}{_REST}|@comment[ \t]*\{{[ \t]*{_DIRECTIVE.replace('?P<', '?P<in_')}"
    rf"[^{{}}\r\n]*\}})",
    re.IGNORECASE,
)
_TEX = re.compile(rf"(?<!\\)%[ \t]*{_DIRECTIVE}{_REST}")
_HTML = re.compile(rf"<!--[ \t]*{_DIRECTIVE}(?:(?!-->)[^\r\n])*-->")
_TYPST = re.compile(rf"(?://[ \t]*{_DIRECTIVE}{_REST})")
_RST = re.compile(rf"^[ \t]*\.\.[ \t]+{_DIRECTIVE}{_REST}", re.MULTILINE)
_HASH = re.compile(rf"^[ \t]*#[ \t]*{_DIRECTIVE}{_REST}", re.MULTILINE)
_PATTERNS = {
    ".bib": _BIB,
    ".bibtex": _BIB,
    ".biblatex": _BIB,
    ".tex": _TEX,
    ".ltx": _TEX,
    ".latex": _TEX,
    ".rnw": _TEX,
    ".typ": _TYPST,
    ".adoc": _TYPST,
    ".asciidoc": _TYPST,
    ".rst": _RST,
    ".rest": _RST,
    ".org": _HASH,
}
_WORD = re.compile(r"[\w-]+")


def find_suppressions(text: str, path: str) -> tuple[SuppressionComment, ...]:
    """The comments of a file, in their order; its suffix tells how comments are written in it.

    Example:
        >>> [c.selectors for c in find_suppressions("<!-- citekit: ignore[CIT002] -->", "a.md")]
        [('CIT002',)]
    """
    if "citekit:" not in text:
        return ()
    pattern = _PATTERNS.get(PurePosixPath(path).suffix.lower(), _HTML)
    return tuple(_comment(text, match) for match in pattern.finditer(text))


def _comment(text: str, match: re.Match[str]) -> SuppressionComment:
    prefix = "" if match["reach"] is not None else "in_"
    words = list(_words(match, f"{prefix}selectors"))
    line_start = max(text.rfind("\n", 0, match.start()), text.rfind("\r", 0, match.start())) + 1
    after = re.compile(r"[^\r\n]*").match(text, match.end())
    rest = text[line_start : match.start()] + (after[0] if after else "")
    return SuppressionComment(
        Reach(match[f"{prefix}reach"].lower()),
        tuple(text[word.start : word.end] for word in words),
        Span(*match.span()),
        tuple(words),
        not rest.strip(),
    )


def _words(match: re.Match[str], group: str) -> Iterator[Span]:
    if match[group] is not None:
        for word in _WORD.finditer(match[group]):
            yield Span(match.start(group) + word.start(), match.start(group) + word.end())
