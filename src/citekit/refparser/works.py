"""A passage cut into its works: several in one note, with commentary between them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from citekit.refparser.archival import read_archival
from citekit.refparser.corner_brackets import bracketed_joints
from citekit.refparser.short_forms import (
    has_short_form,
    names_short_form,
    starts_with_short_form,
)
from citekit.refparser.signals import find_lead_in, second_hand_places, starts_with_signal
from citekit.refparser.surnames import CAPITAL, INITIALS, SMALL_WORDS, SURNAME, SURNAMES

_OPENING = {"(": ")", "[": "]", "“": "”", "„": "“”", "«": "»", "‘": "’"}
_MARKS = re.compile(r"[()\[\]“”„«»]|(?<!\w)‘|’(?!\w)|;|[.?!]|\s[–—-](?=\s)")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_QUOTED = re.compile(r"[“„«‘\"].{3,}?[”“»’\"]|「.{2,300}?」|『.{2,300}?』|《.{2,300}?》")
_ADDRESS = re.compile(r"https?://|www\.|\bdoi:", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_NAME_START = re.compile(
    r"^[\s\"'“‘„«*(\[@]*(?:(?:and|und|et|sowie)\s+)?(?:(?:de|van|von|der|du|la|le|di|al)[\s-]+){0,2}[^\W\d_a-zà-öø-ÿ]"
)
# "chapter 4 above", "siehe unten": a place in the paper itself.
_CROSS_REFERENCE = re.compile(
    r"(?<!\w)(?:above|below|supra|infra|oben|unten|ci-dessus|ci-dessous)(?!\w)", re.IGNORECASE
)
# Beyond this nesting brackets are noise, and a mark in them may cut after all.
_DEEPEST = 3
# "R. Abel, …", "Boesch/Eckensberger, …": a work that begins with its author.
_NAMED = re.compile(rf"(?:[^\W\d_][\w.]*\s){{0,3}}{INITIALS}{SURNAMES},\s")
# "…, 300–303, and R. A. Smith, “…”": the author and title of a further work after a locator.
_JOINT = re.compile(
    rf"(?<=\d),\s(?=(?:and|und|et)\s(?:[{CAPITAL}][\w.’'-]*\s){{1,3}}{SURNAME},\s[“„«\"])"
)
_AND_NAME = re.compile(rf"(?<=[\d.)f])(?:,?\s)(?:and|und|sowie|et|e|y)\s(?=[{CAPITAL}])")
_NEW_AUTHOR = re.compile(rf"(?:[{CAPITAL}]\.[\s-]?){{1,3}}{SURNAME}(?:,|\s(?:and|und|et|&)\s)")
_FEWEST_LETTERS = 3
# No work is longer; what lies further from a mark does not speak for or against a cut.
_REACH = 4000
# No work is longer than this.
_FAR = 4000
_LOCATOR_ENDS = frozenset(
    {"f", "ff", "sq", "sqq", "seq", "cit", "O", "Ibid", "ibid", "Ebd", "ebd", "Id", "id"}
)
# The part of a sentence in which the author of a work stands.
_HEAD = 80


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a passage: a work, or commentary that cites nothing."""

    start: int
    end: int
    is_work: bool


def split_works(text: str, emphasis: Sequence[tuple[int, int]] = ()) -> tuple[Part, ...]:
    """The parts of ``text`` in order, together covering it but for marks between them.

    Cuts are made at semicolons and between sentences, where both sides can stand alone: a
    work begins with a name or a signal and has a year, a title set apart or an address, or
    is a short form. What is neither goes with the work it follows.
    """
    cuts = [0, *_cuts(text, emphasis), len(text)]
    parts: list[Part] = []
    for start, end in pairwise(cuts):
        piece = text[start:end]
        if not piece.strip(" \t\r\n;.,"):
            continue
        parts.append(Part(start, end, is_work(piece, _within(emphasis, start, end))))
    return _joined(parts)


def is_work(text: str, emphasis: Sequence[tuple[int, int]] = ()) -> bool:
    """Whether ``text`` cites a work, in full or by a short form, rather than comments."""
    if starts_with_short_form(text[find_lead_in(text, emphasis).end :].lstrip()):
        return True
    if sum(1 for char in text[:200] if char.isalpha()) < _FEWEST_LETTERS:
        return False
    if has_short_form(text) or read_archival(text) is not None:
        return True
    signs = (
        bool(_YEAR.search(text)),
        bool(_QUOTED.search(text)),
        bool(_ADDRESS.search(text)),
        any(end - start > _FEWEST_LETTERS for start, end in emphasis),
    )
    if _NAMED.match(text.lstrip()[: 2 * _HEAD]) and _DIGIT.search(text):
        return True
    if any(signs):
        lead = find_lead_in(text, emphasis).end
        return signs[0] or signs[2] or not _is_prose(text[lead:])
    if _CROSS_REFERENCE.search(text):
        return False
    return bool(_DIGIT.search(text) and len(text) < _HEAD and not _is_prose(text))


def _is_prose(text: str) -> bool:
    """Whether ``text`` begins as a sentence does: a capital, then a small word."""
    words = text.lstrip(" \t\r\n.;—–-").split(maxsplit=2)
    if len(words) < 2 or starts_with_signal(text.lstrip()):  # noqa: PLR2004 - two words to look at
        return False
    first = words[0].replace("’", "").replace("'", "")
    return first.isalpha() and words[1].islower() and words[1] not in SMALL_WORDS


def _joined(parts: list[Part]) -> tuple[Part, ...]:
    """Commentary joined to its neighbours of the same kind."""
    joined: list[Part] = []
    for part in parts:
        if joined and not part.is_work and not joined[-1].is_work:
            joined[-1] = Part(joined[-1].start, part.end, is_work=False)
        else:
            joined.append(part)
    return tuple(joined)


def _within(emphasis: Sequence[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for index in range(_first_after(emphasis, start), len(emphasis)):
        low, high = emphasis[index]
        if low >= end:
            break
        found.append((max(low, start) - start, min(high, end) - start))
    return found


def _first_after(emphasis: Sequence[tuple[int, int]], position: int) -> int:
    """The index of the first stretch that ends after ``position``; they are sorted and apart."""
    return bisect_right(emphasis, position, key=itemgetter(1))


def _cuts(text: str, emphasis: Sequence[tuple[int, int]]) -> list[int]:
    cuts: list[int] = []
    last = 0
    second_hand = frozenset(second_hand_places(text))
    marks = _open_marks(text)
    joints = frozenset(match.start() for match in _JOINT.finditer(text))
    back = frozenset(_short_joints(text))
    bracketed = frozenset(bracketed_joints(text))
    for position in sorted({*marks, *second_hand, *joints, *back, *bracketed}):
        stretch = _first_after(emphasis, position)
        if stretch < len(emphasis) and emphasis[stretch][0] <= position:
            continue
        after = position + 1
        before = text[max(last, position - _REACH) : position]
        following = text[after : after + _REACH]
        mark = text[position]
        if position in bracketed:
            fits = True
        elif position in second_hand:
            fits = bool(_YEAR.search(before[-_FAR:]))
        elif position in back:
            fits = _can_end(before)
        elif position in joints:
            fits = bool(_YEAR.search(before[-_FAR:])) and is_work(following.split(";", 1)[0])
        elif mark == ";":
            fits = _can_end(before) and _can_begin(following)
        else:
            fits = _is_sentence_end(text, position) and (
                _begins_anew(before, following) or names_short_form(following.lstrip()[:_HEAD])
            )
        if fits:
            cuts.append(after)
            last = after
    return cuts


def _short_joints(text: str) -> Iterator[int]:
    """Where a conjunction parts works of which one is cited short: "… and Hart, op. cit."."""
    for match in _AND_NAME.finditer(text):
        following = text[match.end() : match.end() + _REACH].split(";", 1)[0]
        is_full = _NAMED.match(following[: 2 * _HEAD]) and _YEAR.search(following)
        if names_short_form(following[:_HEAD]) or (
            is_full and has_short_form(_last_sentence(text[: match.start()]))
        ):
            yield match.start()


def _last_sentence(text: str) -> str:
    """What stands after the last semicolon or free dash of ``text``."""
    return re.split(r";\s|\s[–—-]\s", text[-_REACH:])[-1]


def _open_marks(text: str) -> list[int]:
    """Positions of semicolons, full stops and free dashes outside brackets and quotations."""
    places: list[int] = []
    waiting: list[str] = []
    for match in _MARKS.finditer(text):
        mark = match.group().strip()
        if waiting and mark in waiting[-1]:
            waiting.pop()
        elif mark in _OPENING and len(waiting) < _DEEPEST:
            waiting.append(_OPENING[mark])
        elif mark in {";", ".", "?", "!", "–", "—", "-"} and not waiting:
            places.append(match.end() - 1)
    return places


def _can_end(before: str) -> bool:
    near = before[-_FAR:]
    return bool(_DIGIT.search(near) or _QUOTED.search(near) or has_short_form(before))


def _can_begin(following: str) -> bool:
    piece = following.split(";", 1)[0] if ";" in following else following
    head = following.lstrip()
    if not following[:1].isspace() or not (
        _NAME_START.match(head)
        or starts_with_signal(head)
        or starts_with_short_form(head)
        or _leads_in(head)
    ):
        return False
    return bool(_DIGIT.search(piece) or _QUOTED.search(piece) or has_short_form(piece))


def _is_sentence_end(text: str, position: int) -> bool:
    if not text[position + 1 : position + 2].isspace():
        return False
    word = re.search(r"(\w*)$", text[max(0, position - 30) : position])
    ended = word.group(1) if word else ""
    # One letter is an initial, a short word with a stop an abbreviation.
    return (
        text[position] in "–—-?!"
        or not ended
        or ended.isdigit()
        or ended in _LOCATOR_ENDS
        or len(ended) > _FEWEST_LETTERS + 1
    )


def _begins_anew(before: str, following: str) -> bool:
    """Whether a sentence that follows a work is another work or commentary of its own."""
    rest = following.lstrip()
    if starts_with_signal(rest):
        return _can_end(before)
    if _NEW_AUTHOR.match(rest) and before.rstrip()[-1:] in '0123456789)]>”’"f.':
        return True
    closed = before.rstrip()[-1:]
    if not (closed.isdigit() or closed in ')]>”’"f') or not _can_end(before):
        return False
    if rest[:1].isupper() and _leads_in(rest):
        return True
    words = rest[:_HEAD].split()
    lower = sum(1 for word in words if word[:1].islower())
    # Prose has its small words; an imprint ("Cambridge, Harvard University Press") has few.
    return len(words) > _FEWEST_LETTERS + 1 and lower * 2 >= len(words) and rest[:1].isupper()


def _leads_in(sentence: str) -> bool:
    """Whether ``sentence`` is words of its own that lead in to a work ("On this, see …")."""
    end = find_lead_in(sentence).end
    words = sentence[:end].split()
    lower = sum(1 for word in words if word[:1].islower())
    return len(words) > _FEWEST_LETTERS and lower * 2 >= len(words) and _can_end(sentence[end:])
