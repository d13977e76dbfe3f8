"""What an entry of a bibliography looks like, and where one line of a list ends an entry."""

import re
from itertools import pairwise

from citekit.fields.archives import archive_name
from citekit.model.spans import Markup, TracedText

_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
_ADDRESS = re.compile(r"https?://|www\.|\bdoi\b", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“„«‘「『《][^\"”“»’」』》]{4,}[\"”“»’」』》]")
# "Family, Given", "Family GA,", "Family (1999": how nearly every style begins an entry.
_INVERTED = re.compile(
    r"^\W{0,3}(?!(?:[^\W\d_]\.[\s-]?){1,4},)"  # "J., Panda, Y." goes on with a list of authors
    r"(?:(?:de|da|del|della|di|du|van|von|der|den|ten|la|le|al|el|bin|ibn)\s+){0,3}"
    r"[^\W\d_][\w’'.-]+(?:\s[^\W\d_][\w’'-]+){0,2}(?:,\s*[^\W\d_]|\s[A-ZÀ-ÞА-Я]{1,3}[.,;]|\s\()"
)
_CJK_NAME = re.compile(r"^\W{0,2}[\u3400-\u9fff\uac00-\ud7af]{2,}[,，.．、\s(（]")
_NUMBERED = re.compile(r"^\s*(?:\[\w{1,12}\]|\(?\d{1,4}[.)])\s+\S")
# A dash or a word for the author of the entry above.
_DASHED = re.compile(r"^\s*(?:[-–—_]{2,}|―+|(?:[Dd]ers|[Dd]ies|[Ii]dem|[Ii]d|[Ee]adem)[.,:])")
# "(2015).", "(in press):", ". 2015.": the date after the author, as author-date styles print it.
_UNDATED = (
    r"(?i:in press|forthcoming|im Erscheinen|à paraître|en prensa)|n\.\s?d\b|o\.\s?J\b|s\.\s?[fd]\b"
)
_DATED = re.compile(
    rf"\((?:(?:1[4-9]|20)\d\d[^()]{{0,24}}|{_UNDATED})\.?\)\s?[.:,]"
    rf"|(?<=\w)\.\s(?:(?:1[4-9]|20)\d\d[a-z]?(?:[-–](?:\d{{2,4}})?)?|{_UNDATED})\.\s(?=\W{{0,2}}[^\W\d_])"
)
# The first words of an entry, and what a shelfmark has.
_HEAD = re.compile(r"[^,.;:()]{3,80}(?=[,.;:(\s])")
_NUMBER = re.compile(r"\d")
_FEWEST_LETTERS = 8
_LONGEST_ENTRY = 3000
_FEWEST_LINES = 2


def looks_like_entry(text: TracedText) -> bool:
    """Whether ``text`` has the marks of a reference: a year, an address, a title set apart."""
    plain = text.text.strip()
    letters = sum(1 for char in plain[:200] if char.isalpha())
    if letters < _FEWEST_LETTERS or len(plain) > _LONGEST_ENTRY:
        return False
    signs = (
        bool(_YEAR.search(plain)),
        bool(_ADDRESS.search(plain)),
        bool(_QUOTED.search(plain)),
        any(r.end - r.start > _FEWEST_LETTERS // 2 for r in text.runs_of(Markup.ITALIC)),
        starts_like_entry(plain),
    )
    dated = bool(_DATED.search(plain[:200])) or _is_archival(plain)
    return dated or sum(signs) >= 2 or (signs[0] and "," in plain)  # noqa: PLR2004 - two signs agree


def _is_archival(line: str) -> bool:
    """Whether ``line`` begins with the name of an archive, and a shelfmark may follow."""
    head = _HEAD.match(line)
    return (
        head is not None
        and bool(archive_name(head.group()))
        and _NUMBER.search(line, head.end()) is not None
    )


def starts_like_entry(line: str) -> bool:
    """Whether ``line`` begins as an entry does: inverted name, number, or dash for the same."""
    return bool(
        _INVERTED.match(line)
        or _CJK_NAME.match(line)
        or _NUMBERED.match(line)
        or _DASHED.match(line)
    )


def split_lines(source: str, text: TracedText) -> tuple[TracedText, ...]:
    """``text`` divided where lines of its file begin new entries; whole where they do not.

    ``source`` is the text of the file. A block holds several entries when lines of it end
    complete and the next begins like an entry, at least once; a line that does not begin like
    one goes on with the entry above it.
    """
    starts = [0]
    starts += [
        position + 1
        for position, char in enumerate(text.text)
        if char == " "
        and source[text.source_offset(position) : text.source_offset(position) + 1] in "\r\n"
    ]
    if len(starts) < _FEWEST_LINES:
        return (text,)
    ends = [*starts[1:], len(text.text)]
    lines = [text.text[a:b].strip() for a, b in zip(starts, ends, strict=True)]
    heads = [0]
    heads += [
        number
        for number in range(1, len(lines))
        if starts_like_entry(lines[number]) and _ends_entry(lines[number - 1])
    ]
    cuts = [starts[number] for number in heads] + [len(text.text)]
    parts = (text.slice(a, b).strip() for a, b in pairwise(cuts))
    return tuple(part for part in parts if part.text)


def _ends_entry(line: str) -> bool:
    return line.endswith((".", ")", ">", "]", "”", '"', "/")) or bool(
        re.search(r"(?:\d|https?://\S+)$", line)
    )
