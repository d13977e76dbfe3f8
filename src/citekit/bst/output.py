"""Bibliographies in plain text, HTML, Markdown and LaTeX."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from citekit.bst.rich import Rich
from citekit.text.latex import escape_latex

if TYPE_CHECKING:
    from pybtex.backends import BaseBackend

_MARKDOWN_SPECIAL = re.compile(r"[\\`*_\[\]<]|&(?=#?\w{1,30};)|~(?=~)|\$|\^|@(?=\w)")
_LATEX_URL = {"%": r"\%", "#": r"\#", "{": "%7B", "}": "%7D", "\\": "%5C", "^": "%5E"}


class Markup(StrEnum):
    """The markup to render in."""

    TEXT = "text"
    HTML = "html"
    MARKDOWN = "markdown"
    LATEX = "latex"


@dataclass(frozen=True, slots=True)
class LaidOutEntry:
    """An entry ready to be printed: its key, its label and its sentences."""

    key: str
    label: str
    sentences: tuple[Rich, ...]


def _markdown_link(url: str, text: str, *, is_bare: bool) -> str:
    """A link with text, or ``<url>``; what would end it is written in per cents."""
    address = url.replace("<", "%3C").replace(">", "%3E")
    if is_bare:
        return f"<{address}>"
    return f"[{text}]({address.replace('(', '%28').replace(')', '%29')})"


def _markdown_backend() -> "BaseBackend":
    from pybtex.backends import markdown  # noqa: PLC0415  # heavy

    class Backend(markdown.Backend):  # type: ignore[misc]  # pybtex has no types
        """Escapes only what Markdown would take for markup within a line."""

        def format_str(self, text: str) -> str:
            return _MARKDOWN_SPECIAL.sub(r"\\\g<0>", text)

        def format_href(self, url: str, text: str, external: bool = False) -> str:  # noqa: ARG002, FBT001, FBT002  # pybtex's signature
            return _markdown_link(url, text, is_bare=self.format_str(url) == text)

    return Backend("utf-8")


def _html_backend() -> "BaseBackend":
    from pybtex.backends import html  # noqa: PLC0415  # heavy

    class Backend(html.Backend):  # type: ignore[misc]  # pybtex has no types
        """Escapes quotation marks in addresses too."""

        @staticmethod
        def format_href(url: str, text: str, external: bool = False) -> str:  # noqa: ARG004, FBT001, FBT002  # pybtex's signature
            return f'<a href="{escape(url)}">{text}</a>' if text else ""

    return Backend("utf-8")


def _latex_backend() -> "BaseBackend":
    from pybtex.backends import latex  # noqa: PLC0415  # heavy

    class Backend(latex.Backend):  # type: ignore[misc]  # pybtex has no types
        """Knows bold, escapes all of LaTeX's characters, keeps addresses in their command."""

        def format_str(self, text: str) -> str:
            return escape_latex(text)

        def format_tag(self, tag_name: str, text: str) -> str:
            if tag_name == "strong":
                return rf"\textbf{{{text}}}" if text else ""
            return str(super().format_tag(tag_name, text))

        def format_href(self, url: str, text: str, external: bool = False) -> str:  # noqa: ARG002, FBT001, FBT002  # pybtex's signature
            address = "".join(_LATEX_URL.get(letter, letter) for letter in url)
            if text == self.format_str(url):
                return rf"\url{{{address}}}"
            return rf"\href{{{address}}}{{{text}}}"

    return Backend("utf-8")


def _text_backend() -> "BaseBackend":
    from pybtex.backends import plaintext  # noqa: PLC0415  # heavy

    return plaintext.Backend("utf-8")


_BACKENDS: Mapping[Markup, Callable[[], "BaseBackend"]] = {
    Markup.TEXT: _text_backend,
    Markup.HTML: _html_backend,
    Markup.MARKDOWN: _markdown_backend,
    Markup.LATEX: _latex_backend,
}


@cache
def _backend(markup: Markup) -> "BaseBackend":
    return _BACKENDS[markup]()


def _rendered(entry: LaidOutEntry, markup: Markup, separator: str = " ") -> str:
    backend = _backend(markup)
    return separator.join(sentence.render(backend) for sentence in entry.sentences)


def _as_text(entries: Sequence[LaidOutEntry], *, has_letters: bool) -> str:  # noqa: ARG001  # a label is a label here
    return "\n".join(f"[{entry.label}] {_rendered(entry, Markup.TEXT)}\n" for entry in entries)


def _as_markdown(entries: Sequence[LaidOutEntry], *, has_letters: bool) -> str:
    lines = []
    for entry in entries:
        mark = rf"- \[{entry.label}\]" if has_letters else f"{entry.label}."
        lines.append(f"{mark} {_rendered(entry, Markup.MARKDOWN)}\n")
    return "".join(lines)


def _as_html(entries: Sequence[LaidOutEntry], *, has_letters: bool) -> str:
    if not has_letters:
        items = [
            f'<li id="ref-{escape(entry.key)}">{_rendered(entry, Markup.HTML)}</li>\n'
            for entry in entries
        ]
        return f'<ol class="bibliography">\n{"".join(items)}</ol>\n'
    items = [
        f'<dt id="ref-{escape(entry.key)}">[{escape(entry.label)}]</dt>\n'
        f"<dd>{_rendered(entry, Markup.HTML)}</dd>\n"
        for entry in entries
    ]
    return f'<dl class="bibliography">\n{"".join(items)}</dl>\n'


def _as_latex(entries: Sequence[LaidOutEntry], *, has_letters: bool) -> str:
    longest = max((entry.label for entry in entries), key=len, default="9")
    lines = [f"\\begin{{thebibliography}}{{{longest}}}\n"]
    for entry in entries:
        label = f"[{entry.label}]" if has_letters else ""
        body = _rendered(entry, Markup.LATEX, "\n\\newblock ")
        lines.append(f"\n\\bibitem{label}{{{entry.key}}}\n{body}\n")
    return "".join(lines) + "\n\\end{thebibliography}\n"


def write_entries(entries: Sequence[LaidOutEntry], markup: Markup, *, has_letters: bool) -> str:
    """The entries as a list in ``markup``, ending in a line feed; an empty list is empty text.

    HTML is a fragment: an ``ol`` of numbers or a ``dl`` of labels, with ``ref-KEY`` as ids.
    """
    if not entries:
        return ""
    match markup:
        case Markup.TEXT:
            return _as_text(entries, has_letters=has_letters)
        case Markup.MARKDOWN:
            return _as_markdown(entries, has_letters=has_letters)
        case Markup.HTML:
            return _as_html(entries, has_letters=has_letters)
        case Markup.LATEX:
            return _as_latex(entries, has_letters=has_letters)
