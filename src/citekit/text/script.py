"""The script a text is written in."""

from bisect import bisect_right
from collections import Counter
from enum import StrEnum


class Script(StrEnum):
    """Scripts that the rules tell apart; ``COMMON`` is a text without letters."""

    LATIN = "latin"
    HAN = "han"
    HIRAGANA = "hiragana"
    KATAKANA = "katakana"
    HANGUL = "hangul"
    CYRILLIC = "cyrillic"
    GREEK = "greek"
    ARABIC = "arabic"
    HEBREW = "hebrew"
    OTHER = "other"
    COMMON = "common"


# First and last code point of blocks; letters outside them are of another script.
# Source: Unicode 15, Blocks.txt.
_BLOCKS: tuple[tuple[int, int, Script], ...] = (
    (0x0041, 0x02FF, Script.LATIN),
    (0x0370, 0x03FF, Script.GREEK),
    (0x0400, 0x052F, Script.CYRILLIC),
    (0x0590, 0x05FF, Script.HEBREW),
    (0x0600, 0x077F, Script.ARABIC),
    (0x08A0, 0x08FF, Script.ARABIC),
    (0x1100, 0x11FF, Script.HANGUL),
    (0x1C80, 0x1C8F, Script.CYRILLIC),
    (0x1D00, 0x1EFF, Script.LATIN),
    (0x1F00, 0x1FFF, Script.GREEK),
    (0x2C60, 0x2C7F, Script.LATIN),
    (0x2DE0, 0x2DFF, Script.CYRILLIC),
    (0x3005, 0x3007, Script.HAN),
    (0x3041, 0x309F, Script.HIRAGANA),
    (0x30A1, 0x30FF, Script.KATAKANA),
    (0x3131, 0x318F, Script.HANGUL),
    (0x31F0, 0x31FF, Script.KATAKANA),
    (0x3400, 0x4DBF, Script.HAN),
    (0x4E00, 0x9FFF, Script.HAN),
    (0xA640, 0xA69F, Script.CYRILLIC),
    (0xA720, 0xA7FF, Script.LATIN),
    (0xA960, 0xA97F, Script.HANGUL),
    (0xAB30, 0xAB6F, Script.LATIN),
    (0xAC00, 0xD7FF, Script.HANGUL),
    (0xF900, 0xFAFF, Script.HAN),
    (0xFB00, 0xFB06, Script.LATIN),
    (0xFB1D, 0xFB4F, Script.HEBREW),
    (0xFB50, 0xFDFF, Script.ARABIC),
    (0xFE70, 0xFEFF, Script.ARABIC),
    (0xFF21, 0xFF5A, Script.LATIN),
    (0xFF66, 0xFF9F, Script.KATAKANA),
    (0x20000, 0x323AF, Script.HAN),
)
_FIRSTS = tuple(block[0] for block in _BLOCKS)
CJK_SCRIPTS = frozenset({Script.HAN, Script.HIRAGANA, Script.KATAKANA, Script.HANGUL})


def _letter_script(letter: str) -> Script:
    code = ord(letter)
    index = bisect_right(_FIRSTS, code) - 1
    if index < 0 or code > _BLOCKS[index][1]:
        return Script.OTHER
    return _BLOCKS[index][2]


def count_scripts(text: str) -> Counter[Script]:
    """The scripts of the letters of ``text``, with how many letters each has."""
    counts: Counter[Script] = Counter()
    for letter, times in Counter(text).items():
        if letter.isalpha():
            counts[_letter_script(letter)] += times
    return counts


def script_of(text: str) -> Script:
    """The script that most letters of ``text`` are of; of two equals, the one that comes first."""
    if text.isascii():
        return Script.LATIN if any(letter.isalpha() for letter in text) else Script.COMMON
    counts = count_scripts(text)
    return counts.most_common(1)[0][0] if counts else Script.COMMON


def is_cjk(text: str) -> bool:
    """Whether at least half of the letters of ``text`` are Han, kana or Hangul."""
    if text.isascii():
        return False
    counts = count_scripts(text)
    cjk = sum(counts[script] for script in CJK_SCRIPTS)
    return cjk > 0 and 2 * cjk >= sum(counts.values())
