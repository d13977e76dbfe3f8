"""Lead-ins: the words before a work that belong to the sentence and not to the work."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from citekit.refparser.short_forms import starts_with_short_form
from citekit.text.data import load_table

# How far into a passage a lead-in may reach; prose longer than this is commentary.
_LONGEST_LEAD_IN = 400
_SHORTEST = 2
_LONGEST_FORM = 40
_SHORTEST_STATEMENT = 6
_OPENING_QUOTE = re.compile(r"[“„«‘「『]|(?<!\w)[\"'](?=\w)")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
# "see 1 BLACKSTONE": the volume, then the name.
_VOLUME = re.compile(r"\d{1,3}\s[^\W\d_a-z]")
_NAME = r"[^\W\d_]['’.\w-]*\.?"
# "Family, Given in Family, Given, ‘Title’": second-hand citation in an inverted list.
_NAME_IN_NAME = re.compile(
    rf"^((?:{_NAME},?\s+){{1,4}})in\s+(?=(?:{_NAME},?\s+){{1,4}}[“„«‘\"'])", re.UNICODE
)
_NAME_AND_COMMA = re.compile(rf"(?:[A-ZÀ-Þ]\.\s?){{0,3}}{_NAME}(?:[/\s]{_NAME}){{0,2}},")


@dataclass(frozen=True, slots=True)
class LeadIn:
    """The lead-in of a passage: it ends before ``end``.

    ``second_hand`` says that it names someone who is only quoted in the work that follows.
    """

    end: int
    second_hand: bool = False


def find_lead_in(text: str, emphasis: Sequence[tuple[int, int]] = ()) -> LeadIn:
    """The lead-in that ``text`` begins with; its end is 0 where there is none.

    A lead-in ends with a signal ("see", "vgl.", "cited in") before anything of the work
    itself: its title in quotation marks or italics, or its year.

    Example:
        >>> text = "For more, see: Jane Doe, “A title”"
        >>> text[find_lead_in(text).end :]
        'Jane Doe, “A title”'
    """
    limit = _work_begins(text, emphasis)
    head = text[:limit]
    end, second_hand = 0, False
    for match in _signals().finditer(head):
        if _follows_as_work(text, match.end()) and _stands_free(text, match.start(), match.end()):
            end, second_hand = match.end(), bool(match.group("second"))
    if not end:
        inverted = _NAME_IN_NAME.match(text[: limit + 1])
        if inverted:
            return LeadIn(inverted.end(), second_hand=True)
    return LeadIn(end, second_hand)


def starts_with_signal(text: str) -> bool:
    """Whether ``text`` begins with a signal such as "see also"."""
    match = _signals().match(text)
    return match is not None and not match.group("second")


def is_statement(text: str) -> bool:
    """Whether ``text`` is a sentence with its verb ("We have been inspired …"), and no title."""
    words = text.split()
    if len(words) < _SHORTEST_STATEMENT or not words[0][:1].isupper():
        return False
    return any(word.strip(",") in _verbs() for word in words[1:])


@cache
def _verbs() -> frozenset[str]:
    listed = load_table("citekit.refparser", "signals")["verbs"]
    return frozenset(map(str, listed)) if isinstance(listed, list) else frozenset()


def second_hand_places(text: str) -> tuple[int, ...]:
    """Where a work ends because the one it is cited in follows: the marks before "cited in".

    What is reprinted or reported elsewhere stays one work.
    """
    return tuple(
        match.start() - 2
        for match in _signals().finditer(text)
        if match.group("second")
        and not match.group().casefold().startswith("re")
        and text.endswith((", ", "; ", ") "), 0, match.start())
        and _follows_as_work(text, match.end())
    )


def _work_begins(text: str, emphasis: Sequence[tuple[int, int]]) -> int:
    places = [min(len(text), _LONGEST_LEAD_IN)]
    for pattern in (_OPENING_QUOTE, _YEAR):
        match = pattern.search(text)
        if match:
            places.append(match.start())
    # A signal itself may be in italics ("*See*").
    places += [start for start, end in emphasis if end - start > 12]  # noqa: PLR2004 - longer than any signal
    return min(places)


def _follows_as_work(text: str, position: int) -> bool:
    following = text[position : position + 1]
    if starts_with_short_form(text[position : position + _LONGEST_FORM]):
        return True
    if _VOLUME.match(text, position):
        return True
    return following.isupper() or following in "“„«‘\"'*@[" or not following.isascii()


def _stands_free(text: str, start: int, end: int) -> bool:
    """A signal begins the passage, follows punctuation or prose, or ends with a colon."""
    before = text[:start].rstrip()
    if not before or text[start:end].rstrip().endswith(":"):
        return True
    if _NAME_AND_COMMA.match(before):
        # A name and a comma begin the work itself; what follows are words of its title.
        return before[-1] in ";:.(" and len(text[start:end].split()) > 1
    return before[-1] in ",;:.(—–-" or before[-1].islower()


@cache
def _signals() -> re.Pattern[str]:
    table = load_table("citekit.refparser", "signals")
    plain, second = (_alternatives(table[name]) for name in ("see", "second_hand"))
    unspaced = _alternatives(table["unspaced"])
    extra = r"(?:,?\s+(?:also|e\.g\.|for example|for instance|generally|further|inter alia))?"
    return re.compile(
        rf"(?<!\w)(?:(?P<second>{second})|(?:{plain}){extra})\s*[,:]?\s+"
        rf"|\A(?:{unspaced})[\s、，,:：]*"
    )


def _alternatives(words: object) -> str:
    """The words as a pattern; a capital may begin all but the shortest ("S." is an initial)."""
    if not isinstance(words, list):
        return r"(?!)"
    patterns = []
    for word in sorted({str(word) for word in words}, key=len, reverse=True):
        first, rest = re.escape(word[0]), re.escape(word[1:]).replace(r"\ ", r"\s+")
        either = f"[{first}{re.escape(word[0].upper())}]" if len(word) > _SHORTEST else first
        patterns.append(either + rest)
    return "|".join(patterns)
