r"""What the commands of LaTeX print that stand for characters, and short texts without markup."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from citekit.text.data import load_table

if TYPE_CHECKING:
    from pylatexenc.macrospec import LatexContextDb

_ACCENTED = re.compile(
    r"[ \t]*(?:\{[ \t]*(?:\\(?P<held>[ij])|(?P<grouped>[^\W_])?)[ \t]*\}"
    r"|\\(?P<dotless>[ij])(?![A-Za-z])[ \t]*|(?P<bare>[^\W_]))"
)
_TOKEN = re.compile(
    r"\\(?P<name>[A-Za-z]+)[ \t\r\n]*|\\(?P<sign>.)|%[^\r\n]*\s*|(?P<brace>[{}])"
    r"|(?P<dash>---?)|(?P<quote>``|''|`|')|(?P<blank>[~\s]+)",
    re.DOTALL,
)
_MEANT = {
    "---": "—",
    "--": "–",
    "``": "“",
    "''": "”",
    "`": "‘",
    "'": "’",
    "?`": "¿",
    "!`": "¡",
    "~": " ",
}
_ESCAPED = "%&#$_{}-/,;:!@ "


def meaning(written: str) -> str:
    """What a sign of one or several characters prints, such as ``--``."""
    return _MEANT.get(written, written)


@cache
def table(name: str) -> Mapping[str, str]:
    """The table ``name`` of the commands, as it is written."""
    found = load_table("citekit.readers.latex", "commands").get(name, {})
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}


@cache
def _contexts() -> "tuple[LatexContextDb, LatexContextDb]":
    from pylatexenc.latex2text import get_default_latex_context_db as texts  # noqa: PLC0415  # heavy
    from pylatexenc.latexwalker import get_default_latex_context_db as specs  # noqa: PLC0415

    return texts(), specs()


@cache
def symbol_of(name: str) -> str | None:
    r"""What the command ``name`` prints for itself: ``é`` is none, ``ß`` is (``\ss``).

    ``None`` where it is not known or takes arguments.
    """
    own = table("symbols").get(name)
    if own is not None:
        return own
    texts, specs = _contexts()
    spec, taken = texts.get_macro_spec(name), specs.get_macro_spec(name)
    arguments = getattr(getattr(taken, "args_parser", None), "argspec", "")
    printed = getattr(spec, "simplify_repl", None)
    if arguments or not isinstance(printed, str) or "%" in printed or "<" in printed:
        return None
    return printed if printed.strip() else " " if printed else ""


@cache
def argument_spec(name: str) -> str:
    """The arguments that pylatexenc knows of a command that prints nothing, else nothing."""
    texts, specs = _contexts()
    taken = specs.get_macro_spec(name)
    spec = texts.get_macro_spec(name)
    if getattr(spec, "simplify_repl", None) != "" or not getattr(spec, "discard", True):
        return ""
    return str(getattr(getattr(taken, "args_parser", None), "argspec", "") or "").replace("*", "")


def accented(name: str, text: str, at: int) -> tuple[str, int] | None:
    r"""The letter that the accent ``name`` makes of what stands at ``at``, and its end.

    ``None`` where it is no accent, or no letter follows.
    """
    mark = table("accents").get(name)
    match = _ACCENTED.match(text, at) if mark else None
    if match is None or mark is None:
        return None
    letter = match["held"] or match["grouped"] or match["dotless"] or match["bare"] or " "
    return unicodedata.normalize("NFC", letter + mark), match.end()


def plain_text(text: str, expand: Mapping[str, str] | None = None) -> str:
    r"""A short piece of LaTeX as it is printed, without markup.

    ``expand`` holds what commands of the author's own print.

    Example:
        >>> plain_text(r"see~\emph{Erd\H{o}s}, pp.~1--2")
        'see Erdős, pp. 1–2'
    """
    parts: list[str] = []
    at = 0
    while match := _TOKEN.search(text, at):
        parts.append(text[at : match.start()])
        at = match.end()
        name = match["name"] or match["sign"] or ""
        if name and (letter := accented(name, text, match.end(match.lastgroup or 0))):
            parts.append(letter[0])
            at = letter[1]
        elif match["name"]:
            own = (expand or {}).get(name)
            printed = own if own is not None else symbol_of(name)
            parts.append(printed or "")
            # A blank behind a command ends its name; that behind its braces does not.
        elif match["sign"]:
            parts.append(name if name in _ESCAPED and name not in "-/,;:!@" else "")
        elif match["dash"] or match["quote"]:
            parts.append(meaning(match[0]))
        elif match["blank"]:
            parts.append(" ")
    parts.append(text[at:])
    return " ".join("".join(parts).split())
