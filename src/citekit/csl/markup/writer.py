"""What a markup is to the engine: a descriptor."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from citekit.csl.bibliography_layout import BibliographyLayout
from citekit.csl.typography.runs import Change

Wrap = Callable[[str], str]
"""Takes the written inside of a mark and gives it with its markup."""


Lister = Callable[[Sequence[str], BibliographyLayout], str]


def _unchanged(text: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class Writer:
    """One output markup.

    ``escape`` makes text that shows as itself, wherever it stands. ``marks`` maps a change of
    formatting to what writes it; a change that is missing is not shown. ``link`` takes the
    written text and an address that :func:`safe_address` gave. ``finish`` mends what only shows
    when the whole is put together. ``joint`` is set between two marked stretches that touch.
    ``nests`` tells whether marks may stand inside marks. ``bibliography`` joins entries. ``ending``
    is that of the markup's files.
    """

    name: str
    ending: str
    escape: Callable[[str], str]
    marks: Mapping[Change, Wrap]
    link: Callable[[str, str], str]
    bibliography: Lister
    finish: Wrap = _unchanged
    joint: str = ""
    nests: bool = True
    has_links: bool = False


def between(opening: str, closing: str) -> Wrap:
    """What sets ``opening`` before and ``closing`` behind a text."""

    def wrap(text: str) -> str:
        return f"{opening}{text}{closing}"

    return wrap


def tightly_between(opening: str, closing: str) -> Wrap:
    """As :func:`between`, with blanks at the edges left outside; nothing stays nothing."""

    def wrap(text: str) -> str:
        core = text.strip()
        if not core:
            return text
        start = text.index(core)
        return f"{text[:start]}{opening}{core}{closing}{text[start + len(core) :]}"

    return wrap


BROKEN_LINES: Mapping[Change, Wrap] = {
    ("display", "block"): between("\n", "\n"),
    ("display", "left-margin"): between("\n", " "),
    ("display", "right-inline"): between("", "\n"),
    ("display", "indent"): between("\n", "\n"),
}
"""The marks of ``display`` where it can only break lines."""

_CONTROLS = {code: None for code in (*range(32), 127) if chr(code) not in "\t\n\r"}
_LINE_BREAKS = re.compile(r"[\t\n\r\x85\u2028\u2029][\t\n\r\x85\u2028\u2029 ]*")
_BLANKS = re.compile(r" {2,}")


def without_controls(text: str) -> str:
    """``text`` without control characters and halves of surrogate pairs."""
    if text.isprintable():
        return text
    return text.translate(_CONTROLS).encode("utf-8", "ignore").decode("utf-8")


def on_one_line(text: str) -> str:
    """``text`` without control characters, its line breaks and tabs blanks."""
    if text.isprintable():
        return text
    return _LINE_BREAKS.sub(" ", without_controls(text))


def lines_of(text: str) -> list[str]:
    """The lines of ``text`` that are not blank, without blanks that do not show."""
    lines = (_BLANKS.sub(" ", line).strip(" ") for line in text.split("\n"))
    return [line for line in lines if line]


def paragraphs(entries: Sequence[str], layout: BibliographyLayout) -> str:
    """Entries as paragraphs, for markups that have no words for the layout of a bibliography."""
    del layout
    return "\n\n".join(entries) + ("\n" if entries else "")
