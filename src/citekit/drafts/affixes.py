"""Prefixes and suffixes in Markdown, as text with CSL's inline markup."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_FIRST_KEPT = 0xF0000
_LAST_KEPT = 0xFFFFD
_DASHES = {"--": "–", "---": "—", "...": "…"}
# CSL's own inline markup (CSL 1.0.2, "Rich text in fields") is passed on as it is.
_KNOWN_TAG = (
    r"</?(?:i|b|sup|sub|sc)>"
    r"|<span (?:style=\"font-variant: ?small-caps;\"|class=\"nocase\")>|</span>"
)
_PIECE = re.compile(
    rf"""
      (?P<hard>\\[ \n])
    | \\(?P<escaped>[!-/:-@\[-`{{-~])
    | (?P<tag>{_KNOWN_TAG})
    | (?P<kept>
          (?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)(?:\{{=\w+\}})?
        | \$(?=[^\s$])[^$]*[^\s$\\]\$(?!\d)
        | !?\[[^\[\]]*\](?:\([^()\s]*(?:\s+"[^"]*")?\)|\[[^\[\]]*\])
        | \[\^[^\[\]\s]+\] | \^\[[^\[\]]*\]
        | <[A-Za-z/!?][^<>]*>
        | &(?:\#\d+|\#[xX][0-9a-fA-F]+|\w+);
        | \\[A-Za-z]+(?:\{{[^{{}}]*\}})*
        | [\U000F0000-\U000FFFFD]
      )
    | (?P<small>\[(?P<caps>[^\[\]]*)\]\{{\.(?:smallcaps|sc)\}})
    | (?P<run>\*{{1,3}}|_{{1,3}}|~~|\^(?=\S)|~(?=\S)|(?<=\S)[~^])
    | (?P<dash>-{{2,3}}(?!-)|\.\.\.)
    | (?P<space>\s+)
    """,
    re.VERBOSE | re.DOTALL,
)
_TAGS: Mapping[str, tuple[str, str]] = {
    "*": ("<i>", "</i>"),
    "_": ("<i>", "</i>"),
    "**": ("<b>", "</b>"),
    "__": ("<b>", "</b>"),
    "***": ("<b><i>", "</i></b>"),
    "___": ("<b><i>", "</i></b>"),
    "^": ("<sup>", "</sup>"),
    "~": ("<sub>", "</sub>"),
}


NOTHING = chr(_LAST_KEPT)
"""A stand-in for nothing: a prefix that keeps a citation from beginning a sentence."""


@dataclass(slots=True)
class Keeper:
    """What of a draft's own markup is kept through rendering, behind stand-in characters.

    The stand-ins are taken from the private use area U+F0000; a processor passes them on.
    """

    _pieces: dict[str, str] = field(default_factory=dict)

    def keep(self, piece: str) -> str:
        """A character that stands for ``piece``; when they are used up, ``piece`` itself."""
        code = _FIRST_KEPT + len(self._pieces)
        if code >= _LAST_KEPT:
            return piece
        self._pieces[chr(code)] = piece
        return chr(code)

    @property
    def kept(self) -> Mapping[str, str]:
        """Every piece by its stand-in."""
        return MappingProxyType(self._pieces)


def restore(text: str, kept: Mapping[str, str]) -> str:
    """``text`` with every stand-in replaced by what it stands for."""
    text = text.replace(NOTHING, "")
    return "".join(kept.get(character, character) for character in text) if kept else text


def markdown_to_csl(source: str, keeper: Keeper) -> str:
    """``source``, inline Markdown, in CSL's inline markup; what CSL cannot say is kept.

    Emphasis, super- and subscript and small caps are turned into tags, escapes resolved, dashes
    and ellipses set; code, math, links, notes and raw HTML or TeX are left to ``keeper``. White
    space, line ends among it, becomes one space.

    Example:
        >>> markdown_to_csl("see *esp.* ", Keeper())
        'see <i>esp.</i> '
    """
    pieces: list[str] = []
    open_runs: dict[str, int] = {}
    at = 0
    for match in _PIECE.finditer(source):
        pieces.append(source[at : match.start()])
        at = match.end()
        if match["run"]:
            _take_run(match, source, pieces, open_runs, keeper)
        else:
            pieces.append(_converted(match, keeper))
    pieces.append(source[at:])
    return "".join(pieces)


def _converted(match: re.Match[str], keeper: Keeper) -> str:
    if match["hard"]:
        return "\u00a0"
    if match["escaped"]:
        escaped = match["escaped"]
        return keeper.keep(match[0]) if escaped in "<>'\"" else escaped
    if match["tag"]:
        return match["tag"]
    if match["kept"]:
        return keeper.keep(match["kept"])
    if match["small"]:
        return f"<sc>{match['caps']}</sc>"
    return _DASHES.get(match[0], " ")


def _take_run(
    match: re.Match[str],
    source: str,
    pieces: list[str],
    open_runs: dict[str, int],
    keeper: Keeper,
) -> None:
    """Add a run of ``*`` and its like; if it closes one, both become tags."""
    run = match["run"]
    tags = _TAGS.get(run)
    if tags is None:
        pieces.append(keeper.keep(run))
        return
    before = source[match.start() - 1] if match.start() else ""
    after = source[match.end() : match.end() + 1]
    can_open = bool(after) and not after.isspace()
    can_close = bool(before) and not before.isspace()
    if run[0] == "_":
        can_open = can_open and not before.isalnum()
        can_close = can_close and not after.isalnum()
    opener = open_runs.pop(run, None) if can_close else None
    if opener is not None:
        pieces[opener] = tags[0]
        pieces.append(tags[1])
        for other in [name for name, place in open_runs.items() if place > opener]:
            del open_runs[other]
        return
    if can_open:
        open_runs[run] = len(pieces)
    pieces.append(run)
