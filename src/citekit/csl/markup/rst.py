"""reStructuredText."""

import re

from citekit.csl.markup.writer import BROKEN_LINES, Wrap, Writer, lines_of, on_one_line, paragraphs

_SPECIAL = re.compile(r"[\\*`|<>]|(?<!\w)_|_(?![^\W_])")
# An enumerator or a sign that begins a list, a field, a directive, a line block or a heading.
_LINE_START = re.compile(
    r"^(?!:su[bp]:`)(?=\(?(?:\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+|#)[.)](?:\s|$)|[-+•‣⁃:.>=~#\"'^%!$&,;?@/(\[{])"
)
_LITERAL_BLOCK = re.compile(r"::$")
# A blank that is not shown: marked text must not touch a letter.
_SEAM = "\\ "
_NEEDLESS_SEAM = re.compile(r"(?<=[^\\]\s)\\ |\\ (?=\s|$|\\ )|^\\ ")


def escape_rst(text: str) -> str:
    """``text`` with a backslash before every sign that inline markup could begin or end with."""
    return _SPECIAL.sub(r"\\\g<0>", on_one_line(text))


def _seamed(opening: str, closing: str) -> Wrap:
    def wrap(text: str) -> str:
        core = text.strip()
        if not core:
            return text
        start = text.index(core)
        marked = f"{_SEAM}{opening}{core}{closing}{_SEAM}"
        return f"{text[:start]}{marked}{text[start + len(core) :]}"

    return wrap


def _finish(text: str) -> str:
    seamless = "\n".join(_NEEDLESS_SEAM.sub("", line) for line in text.split("\n"))
    lines = [_LITERAL_BLOCK.sub(r":\\:", line) for line in lines_of(seamless)]
    if len(lines) == 1:
        return _LINE_START.sub(r"\\", lines[0])
    return "\n".join(f"| {line}" for line in lines)


def _link(text: str, address: str) -> str:
    core = text.strip()
    return f"{_SEAM}`{core} <{address.removesuffix('_')}>`__{_SEAM}"


RST = Writer(
    name="rst",
    ending=".rst",
    escape=escape_rst,
    marks={
        ("font-style", "italic"): _seamed("*", "*"),
        ("font-style", "oblique"): _seamed("*", "*"),
        ("font-weight", "bold"): _seamed("**", "**"),
        ("vertical-align", "sup"): _seamed(":sup:`", "`"),
        ("vertical-align", "sub"): _seamed(":sub:`", "`"),
        **BROKEN_LINES,
    },
    link=_link,
    bibliography=paragraphs,
    finish=_finish,
    nests=False,
)
"""Inline markup does not nest, so the outermost mark wins."""
