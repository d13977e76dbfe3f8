"""A bibliography rendered in a style of BibTeX's family."""

from collections.abc import Sequence
from dataclasses import dataclass

from citekit.bst.layout import lay_out
from citekit.bst.ordering import letter_labels, sort_key
from citekit.bst.output import LaidOutEntry, Markup, write_entries
from citekit.bst.rich import safe_key
from citekit.bst.style_file import render_with_file
from citekit.bst.styles import STYLES, style_named
from citekit.model.diagnostic import Diagnostic
from citekit.model.reference import Reference

__all__ = ["STYLES", "Markup", "RenderResult", "render_bibliography"]


@dataclass(frozen=True, slots=True)
class RenderResult:
    """The bibliography, and what the style had to say about its entries."""

    text: str
    diagnostics: tuple[Diagnostic, ...] = ()


def render_bibliography(
    references: Sequence[Reference], *, style: str, markup: Markup
) -> RenderResult:
    """The bibliography of ``references`` in ``style``, as a list in ``markup``.

    ``style`` is the name of a built-in style (``STYLES``) or the path of a ``.bst`` file, which
    gives LaTeX, and plain text made of it; for other markups that text is escaped.

    Raises:
        StyleError: there is no such style, or the file cannot be used.
    """
    if style.lower().endswith(".bst"):
        rendered = render_with_file(references, style, markup)
        return RenderResult(rendered.text, rendered.diagnostics)
    chosen = style_named(style)
    ordered = sorted(references, key=sort_key) if chosen.is_sorted else list(references)
    if chosen.has_letters:
        labels = list(letter_labels(ordered))
    else:
        labels = [str(number) for number in range(1, len(ordered) + 1)]
    entries = [
        LaidOutEntry(safe_key(reference.key), label, lay_out(reference))
        for reference, label in zip(ordered, labels, strict=True)
    ]
    return RenderResult(write_entries(entries, markup, has_letters=chosen.has_letters))
