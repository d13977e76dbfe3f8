"""Markdown as pandoc reads it; what is plain CommonMark in it shows right elsewhere too."""

import re

from citekit.csl.markup.writer import (
    BROKEN_LINES,
    Wrap,
    Writer,
    lines_of,
    on_one_line,
    paragraphs,
    tightly_between,
)

# Signs that are markup wherever they stand, or only at certain places: an underscore inside a
# word, and an ampersand before anything but a letter or "#", are none.
_SPECIAL = re.compile(
    r"[\\`*\[\]<>^~{}$@|\"'#]|(?<!\w)_|_(?!\w)|&(?=[#\w])|&$|(?<=-)-|(?<=\.\.)\.|!$"
)
# What makes a list, a heading or a definition of a paragraph.
_LIST = re.compile(r"(?m)^(\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]{1,9}))([.)])(?=\s|$)")
_BLOCK = re.compile(r"(?m)^([-+:=%])")


# pandoc reads what stands between two carets twice, so an escaped sign would come to life there.
_SIMPLE = re.compile(r"[\w .,;:()+–-]+")


def escape_markdown(text: str) -> str:
    """``text`` with a backslash before every sign that pandoc or CommonMark could take for markup.

    Straight quotes, double hyphens and three dots are kept from becoming typographic.
    """
    return _SPECIAL.sub(r"\\\g<0>", on_one_line(text))


def _finish(text: str) -> str:
    broken = "\\\n".join(lines_of(text))
    return _BLOCK.sub(r"\\\1", _LIST.sub(r"\1\\\2", broken))


_BREAKS_LINK = re.compile(r"[()<>*_~\\$`]")


def _link(text: str, address: str) -> str:
    is_plain = not _BREAKS_LINK.search(address)
    return f"[{text}]({address})" if is_plain else f"[{text}](<{address}>)"


def _bracketed(attribute: str) -> tuple[str, str]:
    return "[", f"]{{{attribute}}}"


def _raised(sign: str, tag: str) -> Wrap:
    def wrap(text: str) -> str:
        if not text.strip():
            return text
        if _SIMPLE.fullmatch(text):
            inner = text.replace(" ", "\\ ")
            return f"{sign}{inner}{sign}"
        return f"<{tag}>{text}</{tag}>"

    return wrap


MARKDOWN = Writer(
    name="markdown",
    ending=".md",
    escape=escape_markdown,
    marks={
        ("font-style", "italic"): tightly_between("*", "*"),
        ("font-style", "oblique"): tightly_between("*", "*"),
        ("font-variant", "small-caps"): tightly_between(*_bracketed(".smallcaps")),
        ("font-weight", "bold"): tightly_between("**", "**"),
        ("text-decoration", "underline"): tightly_between(*_bracketed(".underline")),
        ("vertical-align", "sup"): _raised("^", "sup"),
        ("vertical-align", "sub"): _raised("~", "sub"),
        **BROKEN_LINES,
    },
    link=_link,
    bibliography=paragraphs,
    finish=_finish,
    joint="<!-- -->",
)
