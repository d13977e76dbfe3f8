"""The words of a title that a style would lower and must not."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rules.encoding.changes import Change, together
from citekit.checker.rules.encoding.prose import MASK, prose
from citekit.formats.bib_values import brace_depths
from citekit.text.casing import proper_noun_spans

_WORD = re.compile(r"[^\W_]+(?:[-–/.'’][^\W_]+)*")
_PART = re.compile(r"[^\W_]+")
_COMMAND = re.compile(r"\\(?:[A-Za-z]+|.)", re.DOTALL)
_ENGLISH = frozenset({"english", "american", "british", "usenglish", "ukenglish", "canadian"})
_SHOUTED = 0.8
# From here on scripts have no capitals, and no blanks between words.
_CASELESS = "\u2e80"


def is_lowered(field: Field) -> bool:
    """Whether a style may lower the title: one in English, as far as the entry tells."""
    language = field.entry.first("langid", "hyphenation", "language")
    if language is None:
        return True
    name = language.value.strip().lower()
    return name in _ENGLISH or name.startswith("en")


@lru_cache(maxsize=256)
def _open_text(value: str) -> str:
    """``value`` with ``MASK`` for what braces, commands and mathematics protect."""
    text = _COMMAND.sub(lambda one: MASK * len(one[0]), prose(value))
    if "{" not in text:
        return text
    depths = brace_depths(value)
    return "".join(
        MASK if depth or letter in "{}" else letter
        for letter, depth in zip(text, depths, strict=True)
    )


def unprotected(
    field: Field, find: Callable[[str], list[Change]], *, is_safe: bool = True
) -> Iterator[Problem]:
    """A problem of the words that ``find`` puts in braces, if a style may lower the title."""
    found = find(field.value) if is_lowered(field) else []
    if found:
        words = ", ".join(one.text[1:-1] for one in found)
        yield field.problem(
            f"has '{words}' without braces",
            start=found[0].start,
            end=found[0].end,
            hint=f"Write '{found[0].text}'.",
            fix=together(field, "Put it in braces", found, is_safe=is_safe),
        )


def acronyms(value: str) -> list[Change]:
    """Braces for words with capitals inside (DNA, iPhone, 3D) that no braces protect.

    A title that is all in capitals has none.
    """
    text = _open_text(value)
    letters = [letter for letter in text if letter.isalpha()]
    if sum(letter.isupper() for letter in letters) > _SHOUTED * max(1, len(letters)) and (
        " " in value.strip()
    ):
        return []
    return [
        Change(*word.span(), f"{{{word[0]}}}")
        for word in _WORD.finditer(text)
        if _has_inner_capital(word[0]) and max(word[0]) < _CASELESS and not _is_beside(text, word)
    ]


def proper_nouns(value: str) -> list[Change]:
    """Braces for other words that must keep their capital, as far as can be told."""
    text = _open_text(value)
    return [
        Change(start, end, f"{{{value[start:end]}}}")
        for start, end in proper_noun_spans(text.replace(MASK, "_"))
        if not _has_inner_capital(text[start:end])
    ]


def _has_inner_capital(word: str) -> bool:
    return any(any(letter.isupper() for letter in part[1:]) for part in _PART.findall(word))


def _is_beside(text: str, word: re.Match[str]) -> bool:
    """Whether protected text is part of the word."""
    return MASK in (text[word.start() - 1 : word.start()], text[word.end() : word.end() + 1])
