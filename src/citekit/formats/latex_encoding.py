"""Text of a reference as LaTeX."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from citekit.formats.latex_decoding import decode_latex
from citekit.text.cleaning import one_line
from citekit.text.data import load_table
from citekit.text.latex import escape_latex

if TYPE_CHECKING:
    from pylatexenc.latexencode import UnicodeToLatexEncoder

_TAG = re.compile(r"<(/?)(i|b|sup|sub|sc|span)((?:\s[^<>]{0,100})?)>")
# What TeX's fonts would turn into one character: --, ``, '', ?`, !`, <<, >>.
_LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=`)(?=`)|(?<=')(?=')|(?<=[?!])(?=`)|(?<=,)(?=,)")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of plain text, or a tag; ``tag`` names an opening tag, ``/`` a closing one."""

    text: str
    tag: str = ""


def _tag_name(name: str, attributes: str) -> str:
    if name != "span":
        return name
    if "small-caps" in attributes:
        return "sc"
    return "nocase" if "nocase" in attributes else "span"


def _cut(text: str) -> list[_Piece]:
    """``text`` in pieces; a tag without its partner stays text."""
    pieces: list[_Piece] = []
    opened: list[tuple[str, int]] = []
    position = 0
    for match in _TAG.finditer(text):
        pieces.append(_Piece(text[position : match.start()]))
        position = match.end()
        closing, name = match[1], match[2]
        if not closing:
            opened.append((name, len(pieces)))
            pieces.append(_Piece(match[0], _tag_name(name, match[3])))
        elif opened and opened[-1][0] == name:
            opened.pop()
            pieces.append(_Piece(match[0], "/"))
        else:
            pieces.append(_Piece(match[0]))
    pieces.append(_Piece(text[position:]))
    return _untag_unclosed(pieces, {place for _, place in opened})


def _untag_unclosed(pieces: list[_Piece], unclosed: set[int]) -> list[_Piece]:
    return [
        _Piece(piece.text) if place in unclosed else piece for place, piece in enumerate(pieces)
    ]


def marked_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches of ``plain_text(text)`` that CSL's ``nocase`` marks."""
    found: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    position = 0
    for piece in _cut(one_line(text)):
        if piece.tag == "/":
            tag, start = opened.pop()
            found += [(start, position)] if tag == "nocase" else []
        elif piece.tag:
            opened.append((piece.tag, position))
        else:
            position += len(piece.text)
    return tuple(sorted(found))


def plain_text(text: str) -> str:
    """``text`` without CSL's inline markup, on one line."""
    return "".join(piece.text for piece in _cut(one_line(text)) if not piece.tag)


@cache
def _commands(dialect: str) -> Mapping[str, str]:
    table = load_table("citekit.formats", "latex").get(dialect, {})
    return table if isinstance(table, dict) else {}


@cache
def _encoder() -> "UnicodeToLatexEncoder":
    from pylatexenc.latexencode import UnicodeToLatexEncoder  # noqa: PLC0415  # only on request

    return UnicodeToLatexEncoder(
        non_ascii_only=True,
        replacement_latex_protection="braces-all",
        unknown_char_policy="keep",
        unknown_char_warning=False,
    )


@cache
def _ascii_letter(letter: str) -> str:
    """LaTeX for one character: a whole escape, else its base with accents, else itself."""
    own = _commands("characters").get(letter)
    if own is not None:
        return own
    encoded = str(_encoder().unicode_to_latex(letter))
    # Some escapes of pylatexenc are for packages of long ago that nothing reads any more.
    if encoded.isascii() and decode_latex(encoded) == letter:
        return encoded
    taken_apart = unicodedata.normalize("NFD", letter)
    command = _commands("accents").get(taken_apart[-1])
    if len(taken_apart) == 1 or command is None:
        return letter
    return f"{{{command}{{{_ascii_letter(unicodedata.normalize('NFC', taken_apart[:-1]))}}}}}"


def escape_beyond_ascii(text: str) -> str:
    """``text`` with LaTeX escapes for characters beyond ASCII; one without an escape is kept."""
    if text.isascii():
        return text
    return "".join(letter if letter.isascii() else _ascii_letter(letter) for letter in text)


def _escape(text: str) -> str:
    return _LIGATURE.sub("{}", escape_latex(text))


def _protected(text: str, start: int, spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    """``text``, which stands at ``start`` of the whole, escaped, with braces round ``spans``."""
    position = 0
    for low, high in spans:
        first, last = max(0, low - start), min(len(text), high - start)
        if first >= last:
            continue
        yield _escape(text[position:first])
        yield f"{{{_escape(text[first:last])}}}"
        position = last
    yield _escape(text[position:])


def encode_latex(
    text: str, dialect: str = "biblatex", *, protect: Sequence[tuple[int, int]] = ()
) -> str:
    r"""``text`` as LaTeX on one line: special characters escaped, CSL's markup as commands.

    ``dialect`` names the commands: ``"biblatex"`` has ``\mkbibemph``, ``"bibtex"`` has ``\emph``.
    ``protect`` are stretches of ``plain_text(text)``, in order, that get braces. Braces in the
    text become commands, so that the result is always balanced. Other characters stay as they
    are in Unicode; see ``escape_beyond_ascii``.

    Example:
        >>> encode_latex("<i>R&D</i> costs 5%")
        '\\mkbibemph{R\\&D} costs 5\\%'
    """
    commands = _commands(dialect)
    result: list[str] = []
    position = 0
    groups: list[int] = []
    for piece in _cut(one_line(text)):
        if piece.tag == "/":
            result.append("}")
            start = groups.pop()
            if result[start] == "{" and "".join(result[start + 1 :]).startswith("\\"):
                # BibTeX takes a group that begins with a command for one letter and lowers it.
                result[start], result[-1] = "{{", "}}"
        elif piece.tag:
            groups.append(len(result))
            result.append(commands.get(piece.tag, "") + "{")
        elif piece.text:
            result.extend(_protected(piece.text, position, protect))
            position += len(piece.text)
    return "".join(result)
