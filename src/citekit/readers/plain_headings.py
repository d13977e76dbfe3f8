"""Headings that are evident from the layout of plain text."""

import re
from collections.abc import Sequence

from citekit.readers.layout_lines import Line, rule_character

_LONGEST = 90
_MOST_WORDS = 12
_DEEPEST = 30
_FEWEST_LETTERS = 4
_NUMBERED = re.compile(r"((?:\d{1,2}|[IVX]{1,5})(?:\.\d{1,2}){0,3})[.)]?[ \t]+(\S.*)")
_ENDS_SENTENCE = (".", ",", ";", ":", "!", "$", "%")


def is_underlined(text: str, lines: Sequence[Line], index: int) -> bool:
    """Whether the line at ``index`` is a heading underlined with ``===`` or ``---``.

    The underline must be about as long as the line: a short rule below it parts pages.
    """
    if not 0 <= index < len(lines) - 1:
        return False
    line, below = lines[index], lines[index + 1]
    if rule_character(text, below) not in {"=", "-"} or rule_character(text, line):
        return False
    length, drawn = line.end - line.first, below.end - below.first
    return length <= _LONGEST and length <= 2 * drawn and drawn <= 2 * length + 4


def heading_level(text: str, line: Line) -> int:
    """The level, from 1, of a heading that stands alone in its paragraph; 0 for other lines."""
    if line.end - line.first > _LONGEST or line.indent > _DEEPEST:
        return 0
    content = text[line.first : line.end].strip()
    if content.endswith(_ENDS_SENTENCE):
        return 0
    numbered = _NUMBERED.fullmatch(content)
    if numbered and _is_title(numbered[2]):
        return min(6, 1 + numbered[1].count("."))
    return 1 if _is_shouted(content) else 0


def _is_title(words: str) -> bool:
    """Whether ``words`` read as a section's title: few, with a capital, without a date or name."""
    return (
        words[0].isupper()
        and len(words.split()) <= _MOST_WORDS
        and "," not in words
        and not re.search(r"\d|[.!?]\s", words)
    )


def _is_shouted(content: str) -> bool:
    letters = [character for character in content if character.isalpha()]
    return (
        len(letters) >= _FEWEST_LETTERS
        and len(content.split()) <= _MOST_WORDS
        and content == content.upper()
        and content != content.lower()
        and sum(character.isalpha() or character.isspace() for character in content)
        >= 0.8 * len(content)
    )
