r"""LaTeX as text: Unicode with CSL's inline markup."""

import logging
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from citekit.formats.bib_values import deepest
from citekit.text.data import load_table

if TYPE_CHECKING:
    from pylatexenc.latex2text import LatexNodes2Text
    from pylatexenc.macrospec import LatexContextDb

# Beyond this, pylatexenc would run into Python's limit of recursion.
_DEEPEST = 40
_NUMBERED = re.compile(r"%\((\d)\)")
# A no-break space is no white space here: it was written on purpose.
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
# Without any of these, only braces and blanks are to be taken away.
_SPECIAL = re.compile(r"[\\~$%`&]|--|''")
_UNESCAPED = re.compile(r"(?<!\\)((?:\\\\)*)([%&])")
_SWITCH = re.compile(r"\{\s*\\(em|it|sl|bf|sc|itshape|bfseries|scshape)(?![A-Za-z])\s*")
_ENVIRONMENT = re.compile(r"\\(?:begin|end)(?![A-Za-z])\s*(?:\{[^{}\\]{0,100}\})?")
_SWITCH_COMMANDS = {
    "em": "emph",
    "it": "emph",
    "sl": "emph",
    "itshape": "emph",
    "bf": "textbf",
    "bfseries": "textbf",
    "sc": "textsc",
    "scshape": "textsc",
}
_SMALL_CAPS = '<span style="font-variant:small-caps;">'


@cache
def _tags() -> Mapping[str, str]:
    table = load_table("citekit.formats", "latex").get("tags", {})
    return table if isinstance(table, dict) else {}


def _markup_template(tag: str) -> str:
    return f"{_SMALL_CAPS}%s</span>" if tag == "sc" else f"<{tag}>%s</{tag}>"


def _replacements() -> dict[str, str]:
    """Commands of one argument that pylatexenc does not know, or not as we want them."""
    table = load_table("citekit.formats", "latex").get("decoded", {})
    result = {name: _markup_template(tag) for name, tag in _tags().items()}
    result.update(table if isinstance(table, dict) else {})
    return result


def _arguments(replacement: str) -> str:
    """The arguments that a replacement speaks of, in pylatexenc's notation."""
    numbers = [int(number) for number in _NUMBERED.findall(replacement)]
    return "{" * max(numbers, default=replacement.count("%s"))


def _walker_context() -> "LatexContextDb":
    from pylatexenc.latexwalker import get_default_latex_context_db  # noqa: PLC0415  # heavy
    from pylatexenc.macrospec import std_macro  # noqa: PLC0415  # heavy

    context = get_default_latex_context_db()
    replacements = _replacements()
    context.add_context_category(
        "citekit",
        prepend=True,
        macros=[
            std_macro(name, _arguments(replacement)) for name, replacement in replacements.items()
        ],
    )
    return context


@cache
def _converter() -> "LatexNodes2Text":
    from pylatexenc import latex2text  # noqa: PLC0415  # heavy

    # What it makes of a broken command is seen in the result.
    logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)
    context = latex2text.get_default_latex_context_db()
    context.add_context_category(
        "citekit",
        prepend=True,
        macros=[
            latex2text.MacroTextSpec(name, replacement)
            for name, replacement in _replacements().items()
        ],
    )
    return latex2text.LatexNodes2Text(
        latex_context=context, keep_comments=True, strict_latex_spaces="macros"
    )


@cache
def _context() -> "LatexContextDb":
    return _walker_context()


def _without_commands(text: str) -> str:
    """What is left of LaTeX too deep to be parsed: braces taken away, the rest as it is."""
    return text.replace("{", "").replace("}", "")


def _convert(text: str) -> str:
    from pylatexenc.latexwalker import LatexWalker, LatexWalkerError  # noqa: PLC0415  # heavy

    walker = LatexWalker(text, latex_context=_context(), tolerant_parsing=True)
    try:
        nodes, _, _ = walker.get_latex_nodes()
        return str(_converter().nodelist_to_text(nodes))
    except (LatexWalkerError, LookupError, RecursionError):
        # Its tolerance has gaps: \verb at the end of the text, arguments without end.
        return _without_commands(text)


def decode_latex(text: str) -> str:
    r"""``text`` without LaTeX: accents and symbols in Unicode, fonts as CSL's markup, one line.

    Grouping braces go, ``%`` begins no comment (BibTeX knows none inside a value) and ``&``
    parts no columns, ``~`` is a no-break space. A command that is not known gives its arguments.

    Example:
        >>> decode_latex(r"{\'E}tude de l'\emph{{\oe}uvre} -- 5\%")
        "Étude de l'<i>œuvre</i> – 5%"
    """
    text = _SPACE.sub(" ", text).strip(" ")
    if _SPECIAL.search(text) is None:
        return unicodedata.normalize("NFC", _without_commands(text).strip(" "))
    if deepest(text) > _DEEPEST:
        return _without_commands(text)
    if "\\" in text:
        text = _ENVIRONMENT.sub(" ", text)
        text = _SWITCH.sub(lambda match: f"\\{_SWITCH_COMMANDS[match[1]]}{{", text)
    text = _UNESCAPED.sub(r"\1\\\2", text)
    return _SPACE.sub(" ", unicodedata.normalize("NFC", _convert(text))).strip(" ")
