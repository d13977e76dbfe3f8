"""HTML, as the CSL test-suite and citeproc-js have it."""

import re
import unicodedata
from collections.abc import Sequence

from citekit.csl.bibliography_layout import BibliographyLayout
from citekit.csl.markup.writer import Writer, between, without_controls

_SPECIAL = re.compile(r"[&<>ªº²³¹ʰ-ʸˠ-ˤᴬ-ᵡ⁰ⁱ⁴-ⁿ℠™㆒-㆟]|[ \t]{2}")


def _entity(match: re.Match[str]) -> str:
    found = match[0]
    if found in "&<>":
        return f"&#{ord(found)};"
    if len(found) > 1:
        return "\N{NO-BREAK SPACE} "
    kind, _, codes = unicodedata.decomposition(found).partition(" ")
    if kind != "<super>":
        return found
    return f"<sup>{''.join(chr(int(code, 16)) for code in codes.split())}</sup>"


def escape_html(text: str) -> str:
    """``text`` for the inside of an element.

    A double blank is kept from collapsing by a no-break space, and superscript characters are
    raised by markup, as citeproc-js does.
    """
    return _SPECIAL.sub(_entity, without_controls(text))


def _link(text: str, address: str) -> str:
    return f'<a href="{address.replace("&", "&#38;")}">{text}</a>'


def _bibliography(entries: Sequence[str], layout: BibliographyLayout) -> str:
    del layout  # The style sheet of the page sees to it.
    lines = [f'  <div class="csl-entry">{entry}</div>\n' for entry in entries]
    return f'<div class="csl-bib-body">\n{"".join(lines)}</div>'


def _span(style: str) -> tuple[str, str]:
    return f'<span style="{style}">', "</span>"


HTML = Writer(
    name="html",
    ending=".html",
    escape=escape_html,
    marks={
        ("font-style", "italic"): between("<i>", "</i>"),
        ("font-style", "oblique"): between("<em>", "</em>"),
        ("font-style", "normal"): between(*_span("font-style:normal;")),
        ("font-variant", "small-caps"): between(*_span("font-variant:small-caps;")),
        ("font-variant", "normal"): between(*_span("font-variant:normal;")),
        ("font-weight", "bold"): between("<b>", "</b>"),
        ("font-weight", "light"): between(*_span("font-weight:lighter;")),
        ("font-weight", "normal"): between(*_span("font-weight:normal;")),
        ("text-decoration", "underline"): between(*_span("text-decoration:underline;")),
        ("text-decoration", "none"): between(*_span("text-decoration:none;")),
        ("vertical-align", "sup"): between("<sup>", "</sup>"),
        ("vertical-align", "sub"): between("<sub>", "</sub>"),
        ("vertical-align", "baseline"): between(*_span("baseline")),
        ("display", "block"): between('\n\n    <div class="csl-block">', "</div>\n"),
        ("display", "left-margin"): between('\n    <div class="csl-left-margin">', "</div>"),
        ("display", "right-inline"): between('<div class="csl-right-inline">', "</div>\n  "),
        ("display", "indent"): between('<div class="csl-indent">', "</div>\n  "),
    },
    link=_link,
    bibliography=_bibliography,
)
"""``<span style="baseline">`` is the suite's own word for upright text inside raised text."""
