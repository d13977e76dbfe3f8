"""The forms of sentence that name a source, as patterns."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from citekit.finder.cues import cue_words, spaced
from citekit.finder.name_shapes import NAME, PERSON
from citekit.text.data import load_table

_PART = re.compile(r"\{([a-z_]+)\}")
_WORDS = re.compile(r"\w+")
_OPEN, _CLOSE = '“"„«「『', '”"“»」』'
# What {name} stands for in a form, where it is no list of words.
_PARTS = {
    "outlet": f"(?P<outlet>{NAME})",
    "author": f"(?P<author>{PERSON})",
    "title": rf"[{_OPEN}](?P<title>[^{_OPEN}{_CLOSE}]{{3,300}})[{_CLOSE}]",
    "genre": "(?P<genre>{press_genres})",
    "genres": "{press_genres}",
    "book": "(?P<book>{books})",
    "called": r"(?:(?i:titled|entitled|called)\s*)?",
    "the": r"(?:(?i:the|a|an|this|that|his|her|their|its|der|die|das|dem|des|le|la|el|los|las)\s+"
    r"|l['’])",
    "small": r"(?:[^\W\d_A-Z][\w-]*+\s+){0,2}",
    "said": r"(?:\w+ly\s+|has\s+|had\s+|recently\s+)?{writing}",
    "wrote": r"(?!(?i:says|said|told)\b){said}",
    "by": r"(?:\s+by\s+{author})?",
    "day": r"\d{1,2}(?:st|nd|rd|th|\.)?",
    "date": r"(?P<date>(?:{day}\s+(?:of\s+)?)?\b{months}\b\.?(?:\s+{day})?(?!\d)"
    r"(?:,?\s+(?:1[89]|20)\d\d)?|(?:1[89]|20)\d\d-\d\d-\d\d)",
    "dated": r"(?:,?\s+(?:(?:from|of|on|dated|in|vom|du|del)\s+)?\(?{date})?",
}


class Proof(StrEnum):
    """What shows that the outlet in a sentence is one; ``source_forms.toml`` explains them."""

    NAME = "name"
    GRAMMAR = "grammar"
    QUOTATION = "quotation"
    ADDRESS = "address"
    GENRE = "genre"


@dataclass(frozen=True, slots=True)
class SourcePattern:
    """A form of sentence; the names of the groups in ``regex`` say what stands where.

    ``outlet``, ``author``, ``title``, ``genre``, ``date`` and ``book`` (the word for a kind of
    book) are such groups. ``cues`` are words one of which a fitting sentence holds, none if it
    need not. ``source_forms.toml`` explains the rest.
    """

    name: str
    regex: re.Pattern[str]
    proof: Proof
    cues: frozenset[str]
    needs_author: bool
    telling: bool
    back: bool

    def may_fit(self, words: frozenset[str]) -> bool:
        """Whether a sentence with these words, in small letters, is worth a closer look."""
        return not self.cues or not self.cues.isdisjoint(words)


@cache
def source_patterns() -> tuple[SourcePattern, ...]:
    """All forms, in the order in which they are tried; the more telling ones come first."""
    forms = load_table("citekit.finder", "source_forms")["form"]
    return tuple(map(_pattern, forms)) if isinstance(forms, list) else ()


@cache
def person_speaks() -> re.Pattern[str]:
    """A full name and what its bearer writes or predicts, for a book named later."""
    return re.compile(_filled(r"(?<!\w){author}\s+(?:has\s+)?{writing}\b"))


def words_of(text: str) -> frozenset[str]:
    """The words of ``text`` in small letters, for ``SourcePattern.may_fit``."""
    return frozenset(_WORDS.findall(text.lower()))


def _pattern(form: Mapping[str, object]) -> SourcePattern:
    lists = form["cues"]
    phrases = (
        phrase
        for name in (lists if isinstance(lists, list) else ())
        for phrase in cue_words("sources", name)
    )
    return SourcePattern(
        str(form["name"]),
        re.compile(rf"(?<!\w){_filled(str(form['regex']))}"),
        Proof(str(form["proof"])),
        frozenset(_first_words(phrases)),
        needs_author=bool(form.get("needs_author", False)),
        telling=bool(form.get("telling", False)),
        back=bool(form.get("back", False)),
    )


def _first_words(phrases: Iterable[str]) -> Iterable[str]:
    return (_WORDS.findall(phrase.lower())[0] for phrase in phrases)


def _filled(form: str) -> str:
    """``form`` with its parts and word lists put in."""
    while _PART.search(form):
        form = _PART.sub(lambda match: _PARTS.get(match[1]) or _any(match[1]), form)
    return form


def _any(name: str) -> str:
    ordered = sorted(cue_words("sources", name), key=lambda word: (-len(word), word))
    return "(?i:" + "|".join(map(spaced, ordered)) + ")"
