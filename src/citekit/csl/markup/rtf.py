"""Rich Text Format."""

import re
from collections.abc import Sequence

from citekit.csl.bibliography_layout import BibliographyLayout
from citekit.csl.markup.writer import Writer, between, on_one_line

_SPECIAL = re.compile(r"[\\{}]|[^\x00-\x7e]")
# Signed 16-bit numbers, as RTF 1.9 asks for.
_GREATEST, _SPAN = 0x7FFF, 0x10000
_TWIPS_PER_CHARACTER, _HANGING, _GAP = 140, 720, 120
_HEAD = r"{\rtf1\ansi\deff0{\fonttbl{\f0\froman Times New Roman;}}\f0\fs24" + "\n"


def _code(match: re.Match[str]) -> str:
    found = match[0]
    if found in "\\{}":
        return f"\\{found}"
    units = found.encode("utf-16-le")
    numbers = [units[place] + 256 * units[place + 1] for place in range(0, len(units), 2)]
    signed = [number - _SPAN if number > _GREATEST else number for number in numbers]
    return "".join(f"\\uc0\\u{number}{{}}" for number in signed)


def escape_rtf(text: str) -> str:
    """``text`` in ASCII, everything else as Unicode escapes."""
    return _SPECIAL.sub(_code, on_one_line(text))


def _finish(text: str) -> str:
    return text.removeprefix("\\line{}").removesuffix("\\line{}").strip()


def _link(text: str, address: str) -> str:
    return f'{{\\field{{\\*\\fldinst HYPERLINK "{address}"}}{{\\fldrslt {text}}}}}'


def _bibliography(entries: Sequence[str], layout: BibliographyLayout) -> str:
    indent = _HANGING if layout.hanging_indent else 0
    if layout.second_field_align:
        indent = _TWIPS_PER_CHARACTER * (max(layout.max_offset, 1) + 1)
    space = f"\\sa{_GAP * max(layout.entry_spacing, 0)}"
    leading = f"\\sl{240 * max(layout.line_spacing, 1)}\\slmult1"
    start = f"\\pard\\li{indent}\\fi-{indent}\\tx{indent}{space}{leading} "
    paragraphs = "".join([f"{start}{entry}\\par\n" for entry in entries])
    return f"{_HEAD}{paragraphs}}}\n"


RTF = Writer(
    name="rtf",
    ending=".rtf",
    escape=escape_rtf,
    marks={
        ("font-style", "italic"): between(r"{\i{}", "}"),
        ("font-style", "oblique"): between(r"{\i{}", "}"),
        ("font-style", "normal"): between(r"{\i0{}", "}"),
        ("font-variant", "small-caps"): between(r"{\scaps{}", "}"),
        ("font-variant", "normal"): between(r"{\scaps0{}", "}"),
        ("font-weight", "bold"): between(r"{\b{}", "}"),
        ("font-weight", "normal"): between(r"{\b0{}", "}"),
        ("text-decoration", "underline"): between(r"{\ul{}", "}"),
        ("text-decoration", "none"): between(r"{\ulnone{}", "}"),
        ("vertical-align", "sup"): between(r"{\super{}", "}"),
        ("vertical-align", "sub"): between(r"{\sub{}", "}"),
        ("vertical-align", "baseline"): between(r"{\nosupersub{}", "}"),
        ("display", "block"): between(r"\line{}", r"\line{}"),
        ("display", "left-margin"): between("", r"\tab{}"),
        ("display", "right-inline"): between("", ""),
        ("display", "indent"): between(r"\line{}\tab{}", r"\line{}"),
    },
    link=_link,
    bibliography=_bibliography,
    finish=_finish,
)
