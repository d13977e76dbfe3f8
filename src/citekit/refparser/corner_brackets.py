"""The labels of references whose titles stand in brackets (「article」『book』, 《book》)."""

import re
from collections.abc import Iterator
from functools import cache

from citekit.model.citation import Label
from citekit.refparser.locks import find_locks
from citekit.refparser.short_forms import has_short_form
from citekit.text.data import load_table
from citekit.text.script import is_cjk

# Titles of articles, and those of books and journals. Quotation marks tell an article only
# beside one of the others.
_ARTICLE = re.compile(r"「[^「」]{1,300}(?:「[^「」]{1,100}」[^「」]{0,200})?」|〈[^〈〉]{1,300}〉")
_QUOTED = re.compile(r"“[^“”]{1,300}”")
_WHOLE = re.compile(
    r"『[^『』]{1,300}(?:『[^『』]{1,100}』[^『』]{0,200})?』|《[^《》]{1,300}(?:《[^《》]{1,100}》[^《》]{0,200})?》"
)
_MARKS = " \t\r\n,，、;；:：.．。·・()（）「」『』《》〈〉\"“”'‘’[]［］【】〔〕"
_NATIONALITY = re.compile(r"^\s*[\[［（(【〔][^\W\d_]{1,4}[\]］）)】〕]\s*")
_DASH = r"[-–—‐~～〜]"
_DATE = re.compile(
    r"(?<!\d)(?:1[5-9]|20)\d\d\s?(?:[年년]\s?(?:\d{1,2}\s?[月월](?:\s?\d{1,2}\s?[日일号])?)?"
    r"|\.\s?\d{1,2}(?:\.\s?\d{1,2})?(?=[.),，、\s]|$)"
    r"|(?!\s?(?:[号號호期쪽頁页면]|\d)))"
)
_VOLUME = re.compile(rf"(?:第|제)?\s?(\d{{1,4}}(?:{_DASH}\d{{1,4}})?)\s?(?:巻|卷|집|권|輯|辑)")
_ISSUE = re.compile(rf"(?:第|제|통권)?\s?(\d{{1,5}}(?:{_DASH}\d{{1,5}})?)\s?(?:号|號|호|期)")
_PAGES = re.compile(
    rf"第?\s?(\d{{1,5}}(?:\s?{_DASH}\s?\d{{1,5}})?)\s?(?:頁|页|ページ|쪽|면)"
    rf"|(?:頁|页|pp?\.)\s?(\d{{1,5}}(?:\s?{_DASH}\s?\d{{1,5}})?)"
)
_PLACED = re.compile(r"([^\W\d_]{1,12})\s?[:：]\s?([^\W\d_][^:：]{0,39})")
_PIECE = re.compile(r"[^,，、;；。()（）]+")
# No note in which works are told apart by their brackets is longer.
_LONGEST = 5_000
_LONGEST_PUBLISHER = 40
_LONGEST_PEOPLE = 60
_MASK = "\uffff"
# Two works are parted by one of these, outside brackets.
_JOINT = re.compile(r"[;；。](?=\s*\S)")

Found = Iterator[tuple[int, int, str]]


def label_bracketed(text: str) -> tuple[Label, ...]:
    """The values in a reference in Chinese, Japanese or Korean whose titles stand in brackets.

    Sorted, not overlapping, in code points, half-open; none where no bracket sets a title
    apart. 「」 and 〈〉 hold the title of an article, 『』 and 《》 that of what it is in, or of
    the book where there is no article; quotation marks before the latter are like the former.
    """
    whole = _WHOLE.search(text)
    article = _ARTICLE.search(text, 0, whole.start() if whole else len(text))
    if article is None and whole is not None:
        article = _QUOTED.search(text, 0, whole.start())
    first = article or whole
    if first is None or not is_cjk(text):
        return ()
    last = whole or first
    found = [(first.start() + 1, first.end() - 1, "title")]
    if article is not None and whole is not None:
        found.append((whole.start() + 1, whole.end() - 1, "container-title"))
        found += _people(text, article.end(), whole.start(), "editor", named_only=True)
    found += _people(text, 0, first.start(), "author", named_only=False)
    found += _tail(text, last.end())
    kept: list[Label] = []
    for start, end, variable in sorted(found):
        if end > start and (not kept or start >= kept[-1].end):
            kept.append(Label(start, end, variable, 1.0))
    return tuple(kept)


def bracketed_joints(text: str) -> tuple[int, ...]:
    """The marks at which a bracketed work ends and another, or a short form, begins, in order."""
    if len(text) > _LONGEST or not any(mark in text for mark in "「『《") or not is_cjk(text):
        return ()
    titles = [m.span() for pattern in (_WHOLE, _ARTICLE, _QUOTED) for m in pattern.finditer(text)]
    brackets = sorted(span for span in titles if text[span[0]] != "“")
    places: list[int] = []
    for match in _JOINT.finditer(text):
        place = match.start()
        if any(start <= place < end for start, end in titles):
            continue
        before = places[-1] if places else 0
        following = text[place + 1 : place + _LONGEST_PEOPLE]
        if any(before <= start < place for start, _ in brackets) and (
            any(place < start < place + _LONGEST_PEOPLE for start, _ in brackets)
            or has_short_form(following)
        ):
            places.append(place)
    return tuple(places)


@cache
def _roles() -> tuple[tuple[str, str], ...]:
    """The words after a name that say what somebody did, the longest first."""
    table = load_table("citekit.refparser", "corner_brackets").get("roles", {})
    pairs = table.items() if isinstance(table, dict) else ()
    words = [(word, role) for role, listed in pairs for word in listed.split()]
    return tuple(sorted(words, key=lambda pair: len(pair[0]), reverse=True))


def _people(text: str, start: int, end: int, otherwise: str, *, named_only: bool) -> Found:
    """The people named between two places, each stretch with its role.

    Without a word for a role they are ``otherwise``, or nobody where ``named_only`` is set.
    """
    if end - start > _LONGEST_PEOPLE:
        return
    nationality = _NATIONALITY.match(text[start:end])
    start += nationality.end() if nationality else 0
    waiting = start
    while start < end:
        role = next(((w, r) for w, r in _roles() if _stands_after(text, w, start, end)), None)
        if role is not None:
            yield *_stripped(text, waiting, start), role[1]
            start = waiting = start + len(role[0])
        else:
            start += 1
    if not named_only and any(char.isalpha() for char in text[waiting:end]):
        yield *_stripped(text, waiting, end), otherwise


def _stands_after(text: str, word: str, start: int, end: int) -> bool:
    """Whether ``word`` stands at ``start`` as the last of a name, before a mark or the end."""
    after = start + len(word)
    return after <= end and text.startswith(word, start) and (after == end or text[after] in _MARKS)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _MARKS:
        start += 1
    while start < end and text[end - 1] in _MARKS:
        end -= 1
    return start, end


def _tail(text: str, start: int) -> Found:
    """What stands after the titles: numbers, date, imprint, translator, pages."""
    masked = text[start:]
    for lock in find_locks(masked):
        yield start + lock.value, start + lock.end, lock.variable
        masked = _hidden(masked, lock.start, lock.end)
    for variable, pattern in (
        ("page", _PAGES),
        ("volume", _VOLUME),
        ("issue", _ISSUE),
        ("issued", _DATE),
    ):
        match = pattern.search(masked)
        if match is not None:
            # The word for a page belongs to what a locator is read from.
            group = 0 if variable == "page" else match.lastindex or 0
            yield start + match.start(group), start + match.end(group), variable
            masked = _hidden(masked, match.start(), match.end())
            if variable == "issued":
                yield from _imprint(masked[: match.start()], start)


def _imprint(before: str, offset: int) -> Found:
    """Translators, publisher and place, of the words between the titles and the date."""
    pieces = [match for match in _PIECE.finditer(before) if _says(match.group())]
    for piece in pieces:
        start, end = _stripped(before, piece.start(), piece.end())
        people = list(_people(before, start, end, "", named_only=True))
        placed = _PLACED.fullmatch(before, start, end)
        if people:
            yield from ((a + offset, b + offset, role) for a, b, role in people)
        elif placed:
            yield offset + placed.start(1), offset + placed.end(1), "publisher-place"
            yield offset + placed.start(2), offset + placed.end(2), "publisher"
        elif piece is pieces[-1] and end - start <= _LONGEST_PUBLISHER:
            yield offset + start, offset + end, "publisher"


def _says(piece: str) -> bool:
    return _MASK not in piece and any(char.isalpha() for char in piece)


def _hidden(text: str, start: int, end: int) -> str:
    return text[:start] + _MASK * (end - start) + text[end:]
