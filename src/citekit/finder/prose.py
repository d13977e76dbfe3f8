"""How a text reads: as sentences, as a list of links, or as labels."""

import re

from citekit.model.spans import Markup, TracedText

# A regular expression never sees more of a block than this.
LONGEST_BLOCK = 20_000

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_URL = re.compile(r"\b(?:https?://|www\.)[^\s<>\"”)\]]+")
_SENTENCE_END = re.compile(r"[.!?…。！？]['\"’”»)\]]*(?:\s|$)|[。！？]")
_SENTENCE_CLOSE = re.compile(r"[.!?…:。！？：]['\"’”»)\]*_]*\s*$")
_CJK_PER_WORD = 2
_LOWER_SHARE = 0.5
_LONG_SENTENCE = 12


def count_words(text: str) -> int:
    """The number of words; two characters of Chinese or Japanese count as one."""
    cjk = len(_CJK.findall(text))
    words = len(_WORD.findall(_CJK.sub(" ", text))) if cjk else len(_WORD.findall(text))
    return words + cjk // _CJK_PER_WORD


def is_sentence(text: str) -> bool:
    """Whether ``text`` reads as one sentence or more, be it cut off at an end.

    A full stop closes it, or it is long and mostly in small letters, as no title or list is.
    """
    text = text[:LONGEST_BLOCK]
    words = _WORD.findall(text)
    if _CJK.search(text):
        return bool(_SENTENCE_END.search(text))
    lower = sum(word[0].islower() for word in words)
    if len(words) >= _LONG_SENTENCE and lower >= _LOWER_SHARE * len(words):
        return True
    return bool(_SENTENCE_CLOSE.search(text)) and lower >= max(1, len(words) // 4)


def link_density(text: TracedText) -> float:
    """The share of the characters, white space apart, that are links or addresses."""
    total = _solid(text.text)
    if not total:
        return 0.0
    links = text.runs_of(Markup.LINK)
    linked = sum(_solid(text.text[run.start : run.end]) for run in links)
    bare = sum(
        _solid(match.group())
        for match in _URL.finditer(text.text[:LONGEST_BLOCK])
        if not any(run.start <= match.start() < run.end for run in links)
    )
    return min(1.0, (linked + bare) / total)


def _solid(text: str) -> int:
    return sum(map(len, text.split()))
