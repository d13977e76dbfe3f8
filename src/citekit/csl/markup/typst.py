"""Typst."""

import re
from collections.abc import Sequence

from citekit.csl.bibliography_layout import BibliographyLayout
from citekit.csl.markup.writer import Wrap, Writer, between, on_one_line, tightly_between

# Signs of markup; the slash for comments and addresses; what becomes a dash or an ellipsis.
_BREAK = "#linebreak();"
_BOX = "#box(width: 2.5em)["
_SPECIAL = re.compile(r"[\\*_`$#<>@\[\]~\"'/]|-(?=[-?])|(?<=-)-|(?<=\.\.)\.")
_LINE_START = re.compile(r"^(?:(\d+)\.|([=+-]))")


def escape_typst(text: str) -> str:
    """``text`` for the inside of a content block."""
    return _SPECIAL.sub(r"\\\g<0>", on_one_line(text))


def _content(opening: str) -> Wrap:
    """What puts a text into a content block, in which lists begin anew."""
    inside = tightly_between(opening, "];")

    def wrap(text: str) -> str:
        return inside(_LINE_START.sub(_escaped_start, text))

    return wrap


def _escaped_start(match: re.Match[str]) -> str:
    return f"{match[1]}\\." if match[1] else f"\\{match[2]}"


def _finish(text: str) -> str:
    text = text.removeprefix(_BREAK).removesuffix(_BREAK).strip()
    return _LINE_START.sub(_escaped_start, text)


def _link(text: str, address: str) -> str:
    return f'#link("{address}")[{text}];'


def _bibliography(entries: Sequence[str], layout: BibliographyLayout) -> str:
    if not entries:
        return ""
    width = f"{0.5 * max(layout.max_offset, 1) + 0.5:g}em" if layout.second_field_align else "2em"
    is_hanging = layout.hanging_indent or layout.second_field_align
    hanging = f"#set par(hanging-indent: {width}, first-line-indent: 0em)\n" if is_hanging else ""
    box = f"#box(width: {width})["
    paragraphs = "\n\n".join([entry.replace(_BOX, box, 1) for entry in entries])
    return f"#[\n{hanging}{paragraphs}\n]\n"


TYPST = Writer(
    name="typst",
    ending=".typ",
    escape=escape_typst,
    marks={
        ("font-style", "italic"): _content("#emph["),
        ("font-style", "oblique"): _content('#text(style: "oblique")['),
        ("font-style", "normal"): _content('#text(style: "normal")['),
        ("font-variant", "small-caps"): _content("#smallcaps["),
        ("font-weight", "bold"): _content("#strong["),
        ("font-weight", "normal"): _content('#text(weight: "regular")['),
        ("text-decoration", "underline"): _content("#underline["),
        ("vertical-align", "sup"): _content("#super["),
        ("vertical-align", "sub"): _content("#sub["),
        ("display", "block"): between(_BREAK, _BREAK),
        ("display", "left-margin"): _content(_BOX),
        ("display", "indent"): between(f"{_BREAK}#h(2em);", _BREAK),
    },
    link=_link,
    bibliography=_bibliography,
    finish=_finish,
)
"""A function call ends with a semicolon, so that a bracket or full stop behind it stays text."""
