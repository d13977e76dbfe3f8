"""Thin writers: runs of text become text of a markup."""

from collections.abc import Mapping

from citekit.csl.bibliography_layout import BibliographyLayout
from citekit.csl.markup.asciidoc import ASCIIDOC
from citekit.csl.markup.html import HTML
from citekit.csl.markup.latex import LATEX
from citekit.csl.markup.markdown import MARKDOWN
from citekit.csl.markup.plain import TEXT
from citekit.csl.markup.rst import RST
from citekit.csl.markup.rtf import RTF
from citekit.csl.markup.typst import TYPST
from citekit.csl.markup.writer import Writer
from citekit.csl.markup.writing import with_links, write_bibliography, write_runs

__all__ = [
    "WRITERS",
    "BibliographyLayout",
    "Writer",
    "with_links",
    "write_bibliography",
    "write_runs",
]

WRITERS: Mapping[str, Writer] = {
    writer.name: writer for writer in (TEXT, HTML, MARKDOWN, LATEX, RTF, TYPST, ASCIIDOC, RST)
}
"""Every writer by its name."""
