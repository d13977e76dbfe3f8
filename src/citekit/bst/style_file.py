"""Bibliographies by ``.bst`` files, run in pybtex's interpreter."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from citekit.bst.classic import classic_entry
from citekit.bst.output import LaidOutEntry, Markup, write_entries
from citekit.bst.program import run_program
from citekit.bst.rich import clean, from_csl
from citekit.errors import StyleError
from citekit.model.diagnostic import Diagnostic, Severity
from citekit.model.reference import Reference

if TYPE_CHECKING:
    from pybtex.database import BibliographyData
    from pylatexenc.latex2text import LatexNodes2Text

_ITEM = re.compile(
    r"\\bibitem\s*(?:\[(?P<label>(?:[^\[\]{}]|\{[^{}]*\})*)\])?\s*\{(?P<key>[^{}]*)\}"
)
_END = re.compile(r"\\end\{thebibliography\}")
_EMPHASIS = re.compile(r"\{\s*\\(?:em|it|itshape|sl)(?![A-Za-z])\s*")
_MARKUP = ("emph", "textit", "textsl")


@dataclass(frozen=True, slots=True)
class FileResult:
    """What a style file made of the references, and the warnings it gave."""

    text: str
    diagnostics: tuple[Diagnostic, ...]


def _database(references: Sequence[Reference]) -> "BibliographyData":
    from pybtex.database import BibliographyData, Entry  # noqa: PLC0415  # heavy

    entries: dict[str, tuple[str, Entry]] = {}
    for entry in map(classic_entry, references):
        key = entry.key
        while key.lower() in entries:
            key += "-"
        entries[key.lower()] = (key, Entry(entry.type, fields=dict(entry.fields)))
    return BibliographyData(dict(entries.values()))


def run_style(references: Sequence[Reference], path: str) -> FileResult:
    """The LaTeX that the ``.bst`` file at ``path`` makes of ``references``.

    Raises:
        StyleError: the file cannot be read, or has faults that the interpreter stops at.
    """
    from pybtex import errors  # noqa: PLC0415  # heavy

    if not Path(path).is_file():
        raise StyleError(f"no such style file: {path}")
    with errors.capture() as warnings:
        text = run_program(_database(references), Path(path))
    diagnostics = tuple(
        Diagnostic("BST101", Severity.WARNING, str(warning), path=path) for warning in warnings
    )
    return FileResult(text, diagnostics)


@cache
def _converter() -> "LatexNodes2Text":
    from pylatexenc import latex2text  # noqa: PLC0415  # heavy

    context = latex2text.get_default_latex_context_db()
    macros = [latex2text.MacroTextSpec(name, "<i>%s</i>") for name in _MARKUP]
    macros += [
        latex2text.MacroTextSpec("newblock", ""),
        latex2text.MacroTextSpec("url", "%s"),
        latex2text.MacroTextSpec("textbraceleft", "{"),
        latex2text.MacroTextSpec("textbraceright", "}"),
    ]
    context.add_context_category("citekit", prepend=True, macros=macros)
    return latex2text.LatexNodes2Text(latex_context=context, keep_comments=True)


def _to_csl(latex: str) -> str:
    """LaTeX as text with CSL's markup for italics; left as it is where it cannot be parsed."""
    from pylatexenc.latexwalker import LatexWalkerError  # noqa: PLC0415  # heavy

    try:
        return clean(str(_converter().latex_to_text(_EMPHASIS.sub(r"\\emph{", latex))))
    except (LatexWalkerError, LookupError, RecursionError):
        return clean(latex)


def _entries(latex: str) -> Iterator[LaidOutEntry]:
    """The items of a ``thebibliography``."""
    items = list(_ITEM.finditer(latex))
    end = _END.search(latex)
    limit = end.start() if end else len(latex)
    for number, item in enumerate(items, start=1):
        last = items[number].start() if number < len(items) else limit
        label = _to_csl(item["label"]) if item["label"] else str(number)
        body = _to_csl(latex[item.end() : last])
        yield LaidOutEntry(item["key"], label, (from_csl(body),))


def render_with_file(references: Sequence[Reference], path: str, markup: Markup) -> FileResult:
    """The bibliography by the ``.bst`` file at ``path``: its own LaTeX, or a list made of it.

    Raises:
        StyleError: see ``run_style``.
    """
    result = run_style(references, path)
    if markup is Markup.LATEX:
        return result
    entries = tuple(_entries(result.text))
    has_letters = any(not entry.label.isdecimal() for entry in entries)
    return FileResult(write_entries(entries, markup, has_letters=has_letters), result.diagnostics)
