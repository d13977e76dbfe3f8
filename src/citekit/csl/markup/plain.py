"""Plain text."""

import re
from collections.abc import Sequence

from citekit.csl.bibliography_layout import BibliographyLayout
from citekit.csl.markup.writer import Writer, between, on_one_line

_MARGIN = re.compile(r" *\t *")
_LABEL = re.compile(r"^([^\t\n]*)\t", re.MULTILINE)
_MOST_BLANK_LINES = 2


def _finish(text: str) -> str:
    """Blocks on lines of their own, without empty ones."""
    if "\n" not in text and "\t" not in text:
        return text
    pieces = _MARGIN.sub("\t", text).strip("\n").split("\n")
    lines = [line.rstrip(" ") for line in pieces]
    return "\n".join(line for line in lines if line.strip())


def _link(text: str, address: str) -> str:
    return text if address in text else f"{text} <{address}>"


def aligned(entries: Sequence[str]) -> list[str]:
    """Entries with the first fields, which a tab sets off, as a column beside the texts."""
    labels = [match[1] for entry in entries if (match := _LABEL.search(entry))]
    width = max(map(len, labels), default=0)
    return [_LABEL.sub(lambda match: f"{match[1]:<{width}} ", entry, count=1) for entry in entries]


def _bibliography(entries: Sequence[str], layout: BibliographyLayout) -> str:
    gap = "\n" * (1 + min(max(layout.entry_spacing, 0), _MOST_BLANK_LINES))
    return gap.join(aligned(entries)) + ("\n" if entries else "")


TEXT = Writer(
    name="text",
    ending=".txt",
    escape=on_one_line,
    marks={
        ("display", "block"): between("\n", "\n"),
        ("display", "left-margin"): between("\n", "\t"),
        ("display", "right-inline"): between("", "\n"),
        ("display", "indent"): between("\n    ", "\n"),
    },
    link=_link,
    bibliography=_bibliography,
    finish=_finish,
)
"""The first field of an entry is set off by a tab, which the bibliography turns into a column."""
