"""How a markup writes notes, headings and the places that links lead to."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notation:
    """What is written into drafts of one markup.

    ``note`` gives the mark of a note in the text, and ``definition`` its text at the end of the
    draft (empty where the mark holds the text already), both from label and text. ``heading``
    takes a title and a level, 0 for a chapter. ``anchored`` makes an entry with a key one that
    links to its ``entry_identifier`` reach.
    ``parenthesis`` opens one behind brackets, where a bare one would make a link of them.
    ``blanks`` are those that go before the mark of a note, ``comment`` is what begins a comment.
    """

    name: str
    note: Callable[[str, str], str]
    definition: Callable[[str, str], str]
    heading: Callable[[str, int], str]
    anchored: Callable[[str, str], str]
    parenthesis: str = "("
    blanks: str = " \t"
    comment: str = ""


def entry_identifier(key: str) -> str:
    """The identifier of the entry with ``key``, as in pandoc, fit for attributes and commands."""
    return "ref-" + "".join(c if c.isalnum() or c in ":._-/" else "_" for c in key)


_SECTIONS = ("chapter", "section", "subsection", "subsubsection", "paragraph", "subparagraph")

MARKDOWN = Notation(
    name="markdown",
    note=lambda label, _: f"[^{label}]",
    definition=lambda label, text: f"[^{label}]: {text}",
    heading=lambda title, level: f"{'#' * min(level, 6)} {title}",
    anchored=lambda key, text: f"::: {{#{entry_identifier(key)} .csl-entry}}\n{text}\n:::",
    parenthesis="\\(",
)

LATEX = Notation(
    name="latex",
    note=lambda _, text: f"\\footnote{{{text}}}",
    definition=lambda *_: "",
    heading=lambda title, level: f"\\{_SECTIONS[min(level, 5)]}*{{{title}}}",
    anchored=lambda key, text: f"\\hypertarget{{{entry_identifier(key)}}}{{}}{text}",
    blanks=" \t~",
    comment="%",
)
