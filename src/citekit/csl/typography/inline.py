"""CSL's inline markup and quotation marks in the values of fields."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from citekit.csl.nodes import Format
from citekit.csl.tree import Node, Output, Tag
from citekit.csl.typography.pairing import PairingToken, pair_quotation_marks
from citekit.csl.typography.quotation import QUOTED, QuotationMarks

ITALIC = Format(font_style="italic")
BOLD = Format(font_weight="bold")
SMALL_CAPS = Format(font_variant="small-caps")
SUPERSCRIPT = Format(vertical_align="sup")
SUBSCRIPT = Format(vertical_align="sub")
UPRIGHT = Format(font_style="normal", font_variant="normal", font_weight="normal")
"""``<span class="nodecor">`` of citeproc-js: text that takes none of the fonts around it."""

_FORMATS = {
    "i": ITALIC,
    "b": BOLD,
    "sc": SMALL_CAPS,
    "sup": SUPERSCRIPT,
    "sub": SUBSCRIPT,
}
_BLANKS = " \u00a0\u202f"
_WORD_END = r"\w.,;:!?"
_NOT_AFTER_WORD = rf"(?<![{_WORD_END}])"
"""Guillemets point either way: those of »this« kind have no blanks of their own."""
_TOKEN = re.compile(
    r"<(?P<end>/?)(?P<tag>i|b|sc|sup|sub)>"
    r"|<(?P<close_span>/)span>"
    r"|<span(?P<attributes>\s[^<>]*)>"
    rf"|(?P<mark>[\"'“”„‘’‚]|{_NOT_AFTER_WORD}[«‹][{_BLANKS}]?|[{_BLANKS}]?[»›](?!\w)|[«‹»›])"
)
_PLAIN = re.compile(r"[^<\"'“”„‘’‚«‹»› ]*(?: (?![:;?!»])[^<\"'“”„‘’‚«‹»› ]*)*\Z")
_FRENCH_SPACE = re.compile(rf" (?=[:;?!]|»(?!\w))|(?<=«)(?<![{_WORD_END}]«) ")
_NO_CASE = re.compile(r"""\sclass\s*=\s*["']nocase["']""")
_NO_DECORATION = re.compile(r"""\sclass\s*=\s*["']nodecor["']""")
_SMALL_CAPS_STYLE = re.compile(
    r"""\sstyle\s*=\s*["']\s*font-variant\s*:\s*small-caps\s*;?\s*["']"""
)


@dataclass(frozen=True, slots=True)
class _Span:
    """What a tag sets: a format, or the protection from text-case; nothing where unknown."""

    format: Format | None = None
    tag: Tag | None = None


_UNKNOWN = _Span()


def _read_span(attributes: str) -> _Span:
    if _NO_CASE.match(attributes):
        return _Span(tag=Tag.NO_CASE)
    if _SMALL_CAPS_STYLE.match(attributes):
        return _Span(format=SMALL_CAPS)
    return _Span(format=UPRIGHT) if _NO_DECORATION.match(attributes) else _UNKNOWN


def _tokens(text: str) -> list[PairingToken]:
    found = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if tag := match["tag"]:
            found.append(PairingToken(start, end, tag, is_tag=True, is_closing=bool(match["end"])))
        elif mark := match["mark"]:
            found.append(PairingToken(start, end, mark.strip(_BLANKS)))
        else:
            is_closing = bool(match["close_span"])
            found.append(PairingToken(start, end, "span", is_tag=True, is_closing=is_closing))
    return found


@lru_cache(maxsize=16384)
def parse_markup(text: str) -> Output:
    """The tree of ``text``, a plain string where it holds neither markup nor quotations.

    Read are the tags of CSL-JSON (``<i> <b> <sup> <sub> <sc>``, ``<span
    style="font-variant:small-caps;">``, ``<span class="nocase">``), quotations in straight,
    curly and angled marks, and apostrophes, which become ``’``. A tag or mark without its
    counterpart stays as written. A blank before ``: ; ? ! »`` and after ``«`` becomes a narrow
    no-break space, as citeproc-js has it.

    >>> parse_markup("O'Neil")
    'O’Neil'
    """
    if _PLAIN.match(text):
        return text
    text = _FRENCH_SPACE.sub("\u202f", text)
    tokens = _tokens(text)
    if not tokens:
        return text
    pair_quotation_marks(text, tokens)
    return _build(text, tokens)


def _first_straight(tokens: list[PairingToken]) -> str:
    """The kind of straight marks that comes first among those that have their counterpart."""
    for token in tokens:
        if token.partner is not None and token.name in "\"'":
            return token.name
    return ""


def _make_node(text: str, opening: PairingToken, children: list[Output], first: str) -> Output:
    closing = opening.partner
    assert closing is not None  # noqa: S101  # only paired tokens are built
    written = text[opening.start : opening.end]
    ending = text[closing.start : closing.end]
    if not opening.is_tag:
        if not children:
            return written + ending
        is_inner = opening.name in "\"'" and opening.name != first
        return Node(children, format=QUOTED, data=QuotationMarks(written, ending, is_inner))
    span = _Span(_FORMATS[opening.name]) if opening.name != "span" else _read_span(written[5:-1])
    if span is _UNKNOWN:
        return Node([written, *children, ending])
    return Node(children, format=span.format, tag=span.tag) if children else ""


def _joined(pieces: list[Output]) -> list[Output]:
    """``pieces`` with neighbouring strings made one, empty ones left out."""
    joined: list[Output] = []
    literal: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            literal.append(piece)
            continue
        if text := "".join(literal):
            joined.append(text)
        literal.clear()
        joined.append(piece)
    if text := "".join(literal):
        joined.append(text)
    return joined


def _build(text: str, tokens: list[PairingToken]) -> Output:
    """The tree over the paired tokens; those without a partner are text."""
    first = _first_straight(tokens)
    pieces: list[Output] = []
    around: list[tuple[PairingToken, list[Output]]] = []
    position = 0
    for token in tokens:
        pieces.append(text[position : token.start])
        position = token.end
        if token.partner is None:
            pieces.append("’" if token.name == "'" else text[token.start : token.end])
        elif token.opens:
            around.append((token, pieces))
            pieces = []
        else:
            opening, outer = around.pop()
            outer.append(_make_node(text, opening, _joined(pieces), first))
            pieces = outer
    pieces.append(text[position:])
    children = _joined(pieces)
    if not children:
        return ""
    if len(children) == 1 and isinstance(children[0], str):
        return children[0]
    return Node(children, tag=Tag.FIELD)
