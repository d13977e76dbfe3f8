"""Words divided at the ends of lines, made whole by what the document itself prints."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from citekit.readers.pdf.line import Line

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_DIVIDED = re.compile(r"([^\W_]+(?:[-’'][^\W_]+)*)-$")
_TAIL = re.compile(r"\S+")
_TAIL_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
# "Vor- und Nachteile": the hyphen stands for a part that comes later.
_SUSPENDED = re.compile(r"(?:und|oder|bzw|sowie|bis|and|or|et|ou|en|of|och)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.|\bdoi\.org/|\bdoi:\s?10\.)\S*$", re.IGNORECASE)
_ADDRESS_GOES_ON = re.compile(r"[a-z0-9/.?&=_%#~-]\S*[\d/.?&=_%#~-]\S*|[/.?&=_%#~-]\S+|\d[\w.-]*$")
_DOMAIN = re.compile(r"[./_=?&%#~-]$")
_SHORTEST = 2
_SOFT = "\u00ad"


def vocabulary(lines: Iterable[Line]) -> Counter[str]:
    """How often each word stands undivided in ``lines``, without regard to case."""
    words: Counter[str] = Counter()
    for line in lines:
        found = _WORD.findall(line.text.casefold())
        # The first word of a line may be the rest of one, the last its beginning.
        words.update(found[1:-1] if line.text.endswith("-") else found[1:])
    return words


def mend(lines: Sequence[Line], words: Counter[str]) -> list[Line]:
    """``lines``, which are read one after the other, with divided words whole on the first line.

    A line that was nothing but the rest of a word stays with an empty text.
    """
    mended = [*lines]
    for place in range(len(mended) - 1):
        line, following = mended[place], mended[place + 1]
        tail = _TAIL.match(following.text)
        if tail is None:
            continue
        kept = _kept_length(line.text, following.text, tail.group(), words)
        if kept < 0:
            continue
        head = line.cut(0, kept)
        mended[place] = head.with_tail(following.cut(0, tail.end()))
        rest = len(following.text) - len(following.text[tail.end() :].lstrip())
        mended[place + 1] = following.cut(rest, len(following.text))
    return [_without_soft_hyphens(line) for line in mended]


def _kept_length(text: str, following: str, tail: str, words: Counter[str]) -> int:
    """How much of ``text`` the next line goes on from without a blank, -1 where it does not."""
    if text.endswith(_SOFT):
        return len(text) - 1
    if tail.startswith("//") and text.endswith(("http:", "https:")):
        return len(text)
    address = _ADDRESS.search(text)
    if address:
        if text[-1] in "-_=?&%":
            return len(text)  # no address ends like this
        joins = _DOMAIN.search(text) or tail[0] in "/.?&=_%#~-"
        return len(text) if joins and _ADDRESS_GOES_ON.match(tail) else -1
    divided = _DIVIDED.search(text)
    if divided is None:
        return -1
    if _SUSPENDED.match(following) and not words[(divided[1] + tail).casefold()]:
        return -1
    return len(text) - (not _keeps_hyphen(divided[1], tail, words))


def _keeps_hyphen(head: str, tail: str, words: Counter[str]) -> bool:
    """Whether the hyphen between ``head`` and ``tail`` belongs to the word itself."""
    match = _TAIL_WORD.match(tail)
    if match is None or not head[-1].isalpha():
        return True
    rest = match.group()
    joined = (head + rest).casefold()
    compound = f"{head}-{rest}".casefold()
    if words[compound] != words[joined]:
        return words[compound] > words[joined]
    # "Anglo-Saxon": the rest of a divided word begins in lower case, unless all is in capitals.
    if rest[0].isupper() and not (head.isupper() and rest.isupper()):
        return True
    return len(head) < _SHORTEST and head.isupper()


def _without_soft_hyphens(line: Line) -> Line:
    while (place := line.text.find(_SOFT)) >= 0:
        line = line.cut(0, place).with_tail(line.cut(place + 1, len(line.text)))
    return line
