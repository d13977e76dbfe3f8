"""AsciiDoc."""

import re

from citekit.csl.markup.writer import (
    BROKEN_LINES,
    Writer,
    lines_of,
    on_one_line,
    paragraphs,
    tightly_between,
)

# Character references show as the sign and are never markup, wherever they stand.
_SPECIAL = re.compile(r"[*_`#^~+\[\]{}<>&|\\\"'=]|(?<=-)-|(?<=\.\.)\.|\((?=(?:C|R|TM)\))|:(?=[:/])")
_LIST = re.compile(r"(?m)^(\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+)([.)])(?=\s)|^([-.:/])")


def escape_asciidoc(text: str) -> str:
    """``text`` with all signs of markup as numeric character references."""
    return _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", on_one_line(text))


def _not_a_list(match: re.Match[str]) -> str:
    return f"{match[1]}&#{ord(match[2])};" if match[1] else f"&#{ord(match[3])};"


def _finish(text: str) -> str:
    return _LIST.sub(_not_a_list, " +\n".join(lines_of(text)))


def _link(text: str, address: str) -> str:
    return f"link:++{address.replace('+', '%2B')}++[{text}]"


ASCIIDOC = Writer(
    name="asciidoc",
    ending=".adoc",
    escape=escape_asciidoc,
    marks={
        ("font-style", "italic"): tightly_between("__", "__"),
        ("font-style", "oblique"): tightly_between("__", "__"),
        ("font-variant", "small-caps"): tightly_between("[.small-caps]##", "##"),
        ("font-weight", "bold"): tightly_between("**", "**"),
        ("text-decoration", "underline"): tightly_between("[.underline]##", "##"),
        ("vertical-align", "sup"): tightly_between("^", "^"),
        ("vertical-align", "sub"): tightly_between("~", "~"),
        **BROKEN_LINES,
    },
    link=_link,
    bibliography=paragraphs,
    finish=_finish,
    joint="{empty}",
)
