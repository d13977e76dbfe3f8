"""CSL's inline markup in a value, taken apart and put together."""

import re
from dataclasses import dataclass, field

# What stands in the text of a value for each mark.
_OPENING = {
    "i": "<i>",
    "b": "<b>",
    "sup": "<sup>",
    "sub": "<sub>",
    "sc": '<span style="font-variant:small-caps;">',
    "nocase": '<span class="nocase">',
}
_TOKEN = re.compile(r"<(/?)(i|b|sup|sub|sc|span)((?:\s[^<>]{0,80})?)>")
_SMALL_CAPS = re.compile(r"\sstyle\s*=\s*[\"']\s*font-variant\s*:\s*small-caps\s*;?\s*[\"']\s*")
_NO_CASE = re.compile(r"\sclass\s*=\s*[\"']nocase[\"']\s*")
_DEEPEST = 20


@dataclass(slots=True)
class Marked:
    """A stretch of a value in one mark: ``i b sup sub sc nocase``, or none for the value itself."""

    mark: str
    content: list["Marked | str"] = field(default_factory=list)


def _mark_of(name: str, rest: str) -> str:
    if name != "span":
        return "" if rest.strip() else name
    if _SMALL_CAPS.fullmatch(rest):
        return "sc"
    return "nocase" if _NO_CASE.fullmatch(rest) else ""


def _pairs(text: str) -> dict[int, tuple[str, int, int]]:
    """Of every opening tag that is closed its mark and the two tags' ends, and the closing ones.

    A closing tag has the empty mark. Tags that do not nest stay text.
    """
    found: dict[int, tuple[str, int, int]] = {}
    still_open: list[tuple[str, str, re.Match[str]]] = []
    for token in _TOKEN.finditer(text):
        closing, name, rest = token.groups()
        if not closing:
            mark = _mark_of(name, rest)
            if mark and len(still_open) < _DEEPEST:
                still_open.append((name, mark, token))
        elif still_open and still_open[-1][0] == name and not rest.strip():
            _, mark, opening = still_open.pop()
            found[opening.start()] = (mark, opening.end(), token.start())
            found[token.start()] = ("", token.end(), token.start())
    return found


def parse_markup(text: str) -> Marked:
    """``text`` as a tree; tags of CSL that have no partner are text.

    Source: CSL 1.0.2, "Rich text markup within fields" (citeproc-js manual).
    """
    root = Marked("")
    stack = [root]
    position = 0
    for start, (mark, end, _) in sorted(_pairs(text).items()):
        if text[position:start]:
            stack[-1].content.append(text[position:start])
        if mark:
            inner = Marked(mark)
            stack[-1].content.append(inner)
            stack.append(inner)
        else:
            stack.pop()
        position = end
    if text[position:]:
        root.content.append(text[position:])
    return root


def format_markup(marked: Marked) -> str:
    """The text of a tree, with CSL's tags."""
    inside = "".join(
        part if isinstance(part, str) else format_markup(part) for part in marked.content
    )
    if not marked.mark:
        return inside
    opening = _OPENING[marked.mark]
    return f"{opening}{inside}</{opening[1:].split(' ')[0].rstrip('>')}>" if inside else ""


def marks_in(marked: Marked) -> frozenset[str]:
    """The marks in a tree."""
    inner = [part for part in marked.content if isinstance(part, Marked)]
    found = {part.mark for part in inner}
    return frozenset(found.union(*map(marks_in, inner)))
