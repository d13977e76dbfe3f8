"""Prefixes and suffixes in LaTeX, as text with CSL's inline markup."""

import re
from collections.abc import Mapping

from citekit.drafts.affixes import Keeper

_TAGS: Mapping[str, tuple[str, str]] = {
    "emph": ("<i>", "</i>"),
    "textit": ("<i>", "</i>"),
    "mkbibemph": ("<i>", "</i>"),
    "textbf": ("<b>", "</b>"),
    "mkbibbold": ("<b>", "</b>"),
    "textsc": ("<sc>", "</sc>"),
    "textsuperscript": ("<sup>", "</sup>"),
    "textsubscript": ("<sub>", "</sub>"),
    "enquote": ("“", "”"),
    "mkbibquote": ("“", "”"),
}
_PLAIN: Mapping[str, str] = {
    "~": "\u00a0",
    "--": "–",
    "---": "—",
    "``": "“",
    "''": "”",
    "`": "‘",
    "'": "’",
    "\\,": "\u202f",
    "\\S": "§",
    "\\P": "¶",
    "\\ ": " ",
}
_MARK = re.compile(
    r"""
      \\(?P<special>[&%$\#_{}])
    | \\(?P<tagged>emph|textit|mkbibemph|textbf|mkbibbold|textsc|textsuperscript|textsubscript
        |enquote|mkbibquote)\s*\{
    | \\(?P<pages>ppno|pno)(?![A-Za-z])~?[ ]*
    | \\(?P<following>psqq|psq)(?![A-Za-z])[ ]*(?:\{\})?
    | (?P<sign>\\[SP])(?![A-Za-z])[ ]*(?:\{\})?
    | (?P<kept>
          \\[A-Za-z]+\*?(?:[ ]*\{[^{}]*\})*
        | \\["'`^~=.](?:\{\\?[A-Za-z]\}|\\?[A-Za-z])
        | \$[^$]*\$
      )
    | (?P<plain>---?|``|''|[`'~]|\\[, ])
    | (?P<open>\{) | (?P<close>\})
    | (?P<space>\s+)
    """,
    re.VERBOSE,
)
_ABBREVIATIONS: Mapping[str, str] = {"pno": "p. ", "ppno": "pp. ", "psq": "f.", "psqq": "ff."}


def latex_to_csl(source: str, keeper: Keeper) -> str:
    r"""``source``, text of LaTeX, in CSL's inline markup; what CSL cannot say is kept.

    Example:
        >>> latex_to_csl(r"see \emph{esp.}~3--5", Keeper())
        'see <i>esp.</i>\xa03–5'
    """
    pieces: list[str] = []
    closers: list[str] = []
    at = 0
    for match in _MARK.finditer(source):
        pieces.append(source[at : match.start()])
        at = match.end()
        if match["tagged"]:
            opening, closing = _TAGS[match["tagged"]]
            pieces.append(opening)
            closers.append(closing)
        elif match["open"]:
            closers.append("")
        elif match["close"]:
            pieces.append(closers.pop() if closers else "")
        else:
            pieces.append(_converted(match, keeper))
    pieces.append(source[at:])
    return "".join(pieces) + "".join(reversed(closers))


def _converted(match: re.Match[str], keeper: Keeper) -> str:
    if match["sign"]:
        return _PLAIN[match["sign"]]
    if match["special"]:
        return match["special"]
    if match["kept"]:
        return keeper.keep(match["kept"])
    if name := match["pages"] or match["following"]:
        return _ABBREVIATIONS[name]
    return _PLAIN.get(match[0], " ")
