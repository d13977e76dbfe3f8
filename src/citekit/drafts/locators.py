"""The locator at the beginning of what follows a key: ``, p. 3 and more``."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from citekit.text.data import load_mapping, load_table

SUB_VERBO = "sub-verbo"
PAGE = "page"
# What ends a word of a locator; the hyphen, the dash of ranges and the colon do not.
_ENDS = r"\s,;.()\[\]{}<>!?/\\&*#%@|…—·'\"“”‘’«»‹›„‚、。，；（）「」『』《》"
_UNIT = rf"[^{_ENDS}]++"
_INSIDE = rf"(?>{_UNIT}|\.{_UNIT})*+"
_WORD = re.compile(
    rf"(?>\({_INSIDE}\)|\[{_INSIDE}\]|\{{{_INSIDE}\}}|{_UNIT}|\.{_UNIT})++", re.IGNORECASE
)
_ROMAN = re.compile(
    r"(?<![^\W_])(?=[ivxlcdm])m{0,4}(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})(?![^\W_])",
    re.IGNORECASE,
)
_LEAD = re.compile(r"\s*,?\s*")
_GAP = re.compile(r"[,;]?\s?")
_HEADWORD = re.compile(r"[“\"„«][^“”\"„«»]+[”\"“»]|[^,;.<>]+")


@dataclass(frozen=True, slots=True)
class Located:
    """A suffix parted: the locator with its CSL label, and the text that follows it.

    Both are empty where there is no locator; ``rest`` is then all of the suffix.
    """

    locator: str
    label: str
    rest: str


def _labels() -> tuple[str, ...]:
    table = load_table("citekit.drafts", "locators").get("labels")
    return tuple(table) if isinstance(table, dict) else ()


LABELS = _labels()
"""The labels of locators (CSL 1.0.2, "Locators"); of two with one word the first has it."""


def english_terms() -> Mapping[str, str]:
    """The words that announce a locator in English, in lower case, each with its CSL label."""
    return load_mapping("citekit.drafts", "locators", "labels")


def split_locator(suffix: str, terms: Mapping[str, str]) -> Located:
    """The locator that ``suffix`` begins with, and what is left of it.

    ``terms`` maps the words that announce a locator, folded, to labels. Without one a number is
    a page. A locator is a row of words that hold digits or, after a term, are roman numerals;
    braces set the bounds of any other, and empty ones say that there is none. After "sub verbo"
    stands a headword: a quotation, or all up to a comma.

    Source: pandoc's manual, "Citation syntax"; the label of ``{33}`` is page here, none there.

    Example:
        >>> split_locator(", pp. 33, 35-37, and elsewhere", english_terms())
        Located(locator='33, 35-37', label='page', rest=', and elsewhere')
    """
    lead = _LEAD.match(suffix)
    start = lead.end() if lead else 0
    if suffix.startswith("{", start):
        return _delimited(suffix, start, terms)
    term, label = _term_at(suffix, start, terms)
    at = start + len(term)
    while term and suffix[at : at + 1].isspace():
        at += 1
    end = _headword_end(suffix, at) if label == SUB_VERBO else _end(suffix, at, bool(term))
    if end <= at:
        return Located("", "", suffix)
    return Located(suffix[at:end].strip(), label or PAGE, suffix[end:])


def _delimited(suffix: str, start: int, terms: Mapping[str, str]) -> Located:
    depth = 0
    for end in range(start, len(suffix)):
        depth += {"{": 1, "}": -1}.get(suffix[end], 0)
        if depth == 0:
            inside, rest = suffix[start + 1 : end].strip(), suffix[end + 1 :]
            term, label = _term_at(inside, 0, terms)
            locator = inside[len(term) :].strip()
            if not locator and "," in suffix[:start] and rest.lstrip()[:1].isalnum():
                rest = f", {rest.lstrip()}"
            return Located(locator, (label or PAGE) if locator else "", rest)
    return Located("", "", suffix)


def _term_at(text: str, start: int, terms: Mapping[str, str]) -> tuple[str, str]:
    """The longest term that stands at ``start``, as printed, with its label; else empty."""
    match = _pattern(tuple(terms)).match(text, start)
    if match is None:
        return "", ""
    return match[0], terms.get(" ".join(match[0].casefold().split()), "")


@lru_cache(maxsize=16)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted((word for word in words if word), key=len, reverse=True)
    choices = (
        re.escape(word).replace(r"\ ", r"\s+") + (r"(?!\w)" if word[-1].isalnum() else "")
        for word in longest_first
    )
    return re.compile("|".join(choices) or r"(?!)", re.IGNORECASE)


def _end(text: str, start: int, has_term: bool) -> int:  # noqa: FBT001  # the one thing to know
    """The end of the row of words from ``start``; ``start`` itself where there is none."""
    end = start
    while True:
        gap = _GAP.match(text, end) if end > start else None
        at = gap.end() if gap else end
        word = _WORD.match(text, at)
        if word is None or not _is_number(word[0], has_term):
            return end
        end = word.end()


def _is_number(word: str, has_term: bool) -> bool:  # noqa: FBT001  # the one thing to know
    if any(character.isdigit() for character in word):
        return True
    return has_term and _ROMAN.search(word) is not None


def _headword_end(text: str, start: int) -> int:
    match = _HEADWORD.match(text, start)
    return match.end() if match else start


def terms_of(forms: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """``forms``, pairs of a word and its label, over the English words; the first pair wins.

    A sign that is doubled for the plural ("§§") has the label of the single one.
    """
    found: dict[str, str] = {}
    for word, label in forms:
        if folded := " ".join(word.casefold().split()):
            found.setdefault(folded, label)
    doubled = {
        word * 2: label for word, label in found.items() if len(word) == 1 and not word.isalnum()
    }
    return {**english_terms(), **found, **doubled}
