"""LaTeX, for a document with inputenc in UTF-8 or a newer engine."""

import re
from collections.abc import Sequence

from citekit.csl.bibliography_layout import BibliographyLayout
from citekit.csl.markup.writer import Writer, between, on_one_line, tightly_between
from citekit.text.latex import escape_latex

# What escape_latex leaves: signs that old font encodings show as others, brackets that would be
# taken for an option, ligatures of hyphens and quotes, blanks that are not one.
_MORE = str.maketrans(
    {
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        '"': r"\string" + '"',
        "`": r"\textasciigrave{}",
        "'": r"\textquotesingle{}",
        "[": "{[}",
        "]": "{]}",
        "\N{NO-BREAK SPACE}": "~",
        "\N{NARROW NO-BREAK SPACE}": r"\,",
        "\N{THIN SPACE}": r"\,",
        "\N{SOFT HYPHEN}": r"\-",
        "\N{NON-BREAKING HYPHEN}": "-",
    }
)
_HYPHENS = re.compile(r"(?<=-)(?=-)")


_BRACES = re.compile(r"\\textbrace(left|right)\{\}")


def escape_for_latex(text: str) -> str:
    """``text`` that LaTeX sets as it stands, in any place where text may stand."""
    escaped = _BRACES.sub(_short_brace, escape_latex(on_one_line(text)).translate(_MORE))
    return _HYPHENS.sub("{}", escaped)


def _short_brace(match: re.Match[str]) -> str:
    return r"\{" if match[1] == "left" else r"\}"


def _finish(text: str) -> str:
    """Without a break at the end of an entry, where there is no line to end."""
    return text.strip().removesuffix(r"\newline{}").rstrip()


def _link(text: str, address: str) -> str:
    if address.startswith("#"):
        return f"\\hyperlink{{{address[1:]}}}{{{text}}}"
    escaped = address.replace("%", r"\%").replace("#", r"\#").replace("&", r"\&")
    return f"\\href{{{escaped}}}{{{text}}}"


_COMMANDS = r"""\providecommand{\CSLBlock}[1]{#1\newline{}}
\providecommand{\CSLLeftMargin}[1]{\makebox[%sem][l]{#1}}
\providecommand{\CSLRightInline}[1]{#1}
\providecommand{\CSLIndent}[1]{\newline{}\hspace*{2em}#1}
"""
_LIST = r"""\begin{list}{}{\setlength{\leftmargin}{%sem}\setlength{\itemindent}{-%sem}%%
  \setlength{\labelwidth}{0pt}\setlength{\labelsep}{0pt}\setlength{\itemsep}{%sex}%%
  \setlength{\parsep}{0pt}}
"""


def _bibliography(entries: Sequence[str], layout: BibliographyLayout) -> str:
    if not entries:
        return ""
    margin = f"{0.5 * max(layout.max_offset, 1) + 0.5:g}"
    indent = "2" if layout.hanging_indent else "0"
    if layout.second_field_align:
        indent = margin
    opening = _LIST % (indent, indent, max(layout.entry_spacing, 0))
    items = "".join(f"\\item {entry}\n" for entry in entries)
    return f"{_COMMANDS % margin}{opening}{items}\\end{{list}}\n"


LATEX = Writer(
    name="latex",
    ending=".tex",
    escape=escape_for_latex,
    marks={
        ("font-style", "italic"): tightly_between(r"\textit{", "}"),
        ("font-style", "oblique"): tightly_between(r"\textsl{", "}"),
        ("font-style", "normal"): tightly_between(r"\textup{", "}"),
        ("font-variant", "small-caps"): tightly_between(r"\textsc{", "}"),
        ("font-variant", "normal"): tightly_between(r"\textnormal{", "}"),
        ("font-weight", "bold"): tightly_between(r"\textbf{", "}"),
        ("font-weight", "normal"): tightly_between(r"\textmd{", "}"),
        ("text-decoration", "underline"): tightly_between(r"\underline{", "}"),
        ("vertical-align", "sup"): tightly_between(r"\textsuperscript{", "}"),
        ("vertical-align", "sub"): tightly_between(r"\textsubscript{", "}"),
        ("display", "block"): between(r"\CSLBlock{", "}"),
        ("display", "left-margin"): between(r"\CSLLeftMargin{", "}"),
        ("display", "right-inline"): tightly_between(r"\CSLRightInline{", "}"),
        ("display", "indent"): between(r"\CSLIndent{", "}"),
    },
    link=_link,
    bibliography=_bibliography,
    finish=_finish,
)
"""The commands for ``display`` have the names that pandoc uses."""
