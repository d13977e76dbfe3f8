"""What a reStructuredText document defines for use in its paragraphs.

Source: reStructuredText Markup Specification, "Explicit Markup Blocks".
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_LABEL = re.compile(
    r"^[ \t]*(?:[-*+•‣⁃][ \t]+)*+\.\.[ \t]+\[(\d+|\#[\w.:+-]{0,100}|\*|[\w.:+-]{1,100})\](?=\s|\Z)",
    re.MULTILINE,
)
_TARGET = re.compile(
    r"^[ \t]*\.\.[ \t]+_(?:`(?P<quoted>[^`\r\n]{1,200})`|(?P<name>[^:\\\r\n]{1,200})):"
    r"[ \t]*(?P<target>\S{0,2000})",
    re.MULTILINE,
)
_REPLACE = re.compile(
    r"^[ \t]*\.\.[ \t]+\|(?P<name>[^|\r\n]{1,100})\|[ \t]+(?P<how>replace|unicode)::[ \t]*"
    r"(?P<text>[^\r\n]{0,500})",
    re.MULTILINE,
)
_CODE = re.compile(r"(?:0x|U\+|\\u|\\x)([0-9A-Fa-f]{2,6})\b")
_LAST_CODE = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)


@dataclass(frozen=True, slots=True)
class RstDefinitions:
    """``labels`` of notes and citations, ``targets`` of links, and ``replacements`` by name.

    Names are folded as references compare them.
    """

    labels: frozenset[str] = frozenset()
    targets: Mapping[str, str] = field(default_factory=dict)
    replacements: Mapping[str, str] = field(default_factory=dict)


def find_definitions(text: str) -> RstDefinitions:
    """The definitions of ``text``; of two with one name the first counts."""
    targets: dict[str, str] = {}
    for match in _TARGET.finditer(text):
        targets.setdefault(folded(match["quoted"] or match["name"]), match["target"])
    replacements: dict[str, str] = {}
    for match in _REPLACE.finditer(text):
        shown = match["text"].strip()
        if match["how"] == "unicode":
            shown = _CODE.sub(_character, shown.partition(" ..")[0])
        replacements.setdefault(folded(match["name"]), shown)
    labels = frozenset(match[1] for match in _LABEL.finditer(text))
    return RstDefinitions(labels, targets, replacements)


def folded(name: str) -> str:
    """A reference name as it is compared: case and white space do not count."""
    return " ".join(name.casefold().split())


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return chr(code) if code <= _LAST_CODE and code not in _SURROGATES else ""
