"""What any document cites, by the reader of its kind."""

import re
from collections.abc import Callable, Mapping
from pathlib import PurePath

from citekit.drafts.key_uses.asciidoc import read_asciidoc_keys
from citekit.drafts.key_uses.biblatex_control import read_aux_keys, read_bcf_keys
from citekit.drafts.key_uses.html import read_html_keys
from citekit.drafts.key_uses.latex import read_latex_keys
from citekit.drafts.key_uses.markdown import read_markdown_keys
from citekit.drafts.key_uses.notebook import read_notebook_keys
from citekit.drafts.key_uses.org import read_org_keys
from citekit.drafts.key_uses.restructured_text import read_rst_keys, read_sphinx_settings
from citekit.drafts.key_uses.typst import read_typst_keys
from citekit.drafts.key_uses.uses import CitedKeys

_SPHINX = "conf.py"
Reader = Callable[[str, str], CitedKeys]

READERS: Mapping[str, Reader] = {
    ".md": read_markdown_keys,
    ".markdown": read_markdown_keys,
    ".mkd": read_markdown_keys,
    ".qmd": read_markdown_keys,
    ".rmd": read_markdown_keys,
    ".tex": read_latex_keys,
    ".ltx": read_latex_keys,
    ".latex": read_latex_keys,
    ".sty": read_latex_keys,
    ".cls": read_latex_keys,
    ".rnw": read_latex_keys,
    ".aux": read_aux_keys,
    ".bcf": read_bcf_keys,
    ".typ": read_typst_keys,
    ".rst": read_rst_keys,
    ".rest": read_rst_keys,
    ".org": read_org_keys,
    ".ipynb": read_notebook_keys,
    ".adoc": read_asciidoc_keys,
    ".asciidoc": read_asciidoc_keys,
    ".html": read_html_keys,
    ".htm": read_html_keys,
}
"""The readers by the suffixes of files, in lower case."""


def read_cited_keys(text: str, path: str) -> CitedKeys:
    """What ``text``, the content of the file at ``path``, cites. It never raises.

    A file whose suffix is not known is read as what its content looks like, else as Markdown.
    """
    return reader_of(text, path)(text, path)


def reader_of(text: str, path: str) -> Reader:
    """The reader for the file at ``path`` with the content ``text``."""
    if PurePath(path).name == _SPHINX:
        return read_sphinx_settings
    reader = READERS.get(PurePath(path).suffix.lower())
    if reader:
        return reader
    head = text[:20000]
    return next((reader for shape, reader in _SHAPES if shape.search(head)), read_markdown_keys)


# What tells a kind by its content, where the name does not.
_SHAPES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (re.compile(r'\A\s*\{\s*"(?:cells|metadata|nbformat)"'), read_notebook_keys),
    (re.compile(r"\A\s*<\?xml[^>]*>\s*<bcf:controlfile"), read_bcf_keys),
    (re.compile(r"(?m)^\\(?:relax|citation|bibdata|abx@aux)"), read_aux_keys),
    (re.compile(r"\A\s*<(?:!doctype|html)", re.IGNORECASE), read_html_keys),
    (re.compile(r"\\documentclass|\\begin\s*\{document\}|\\(?:sub)*section\*?\{"), read_latex_keys),
    (re.compile(r"(?m)^#(?:set|show|import|let|include)\b"), read_typst_keys),
    (re.compile(r":(?:foot)?cite(?::\w+)?:`|(?m:^\.\. \w[\w-]*::)"), read_rst_keys),
    (re.compile(r"(?mi)^#\+(?:title|author|bibliography|begin_\w+)\b"), read_org_keys),
)
