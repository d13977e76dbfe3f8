"""Short forms: ibid., idem, op. cit., supra n. 4, and an author with a page alone."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from citekit.model.citation import ShortForm, ShortFormKind
from citekit.refparser.surnames import INITIALS, SURNAME, SURNAMES
from citekit.text.data import load_table
from citekit.text.script import is_cjk

# "Smelser 2 f.", "Zweigert/Kötz I 12 ff.", "Blankenburg/Morasch 1972, S. 82": author and place.
_AUTHOR_PLACE = re.compile(
    rf"^\s*(?P<authors>{SURNAMES}),?\s+(?:\(?(?P<year>(?:1[5-9]|20)\d\d)[a-z]?\)?,?\s*[:,]?\s*)?"
    r"(?:(?:[IVX]{1,5}|Bd\.\s?\w+|vol\.\s?\w+),?\s+)?"
    r"(?:(?:S|pp?|pg|at|Rn|Rdnr)\.?\s?)?\d{1,4}(?:\s?[-–]\s?\d{1,4})?(?:\s?\(\d{1,4}[^()]{0,12}\))?(?:\s?ff?\.?|\s?et\sseq\.?)?\s*[.;,]?\s*$"
)
# "(previous note)" between the name and the form.
_BRACKETED = re.compile(r"\([^()]{0,40}\)\s*$")
_BEFORE = 120
_SHORT_LEAD_IN = 6
_LONGEST_CJK_NAME = 8
# "Dies ist umstritten": a word after the bare form makes it a word of a sentence.
_IN_SENTENCE = re.compile(r"\s+[^\W\d_]{2,}\s+[^\W\d_]")
# "Canaris, Vertrauenshaftung": a family name, then the words of a title.
_AUTHOR_TITLE = re.compile(rf"^{INITIALS}({SURNAME}),\s+(.{{3,}})$", re.DOTALL)
# "‘Company law’ in Thomas": the form is that of the book, not of the chapter.
_IN_BOOK = re.compile(rf"\b(?:in|dans|en):?\s{INITIALS}{SURNAME}$", re.IGNORECASE)
_MARKS_OF_TITLES = " \t\r\n,;:.\"'“”„«»‘’…"
_NAMES_AT_END = re.compile(rf"(?:^|\s)({SURNAME}(?:\s?/\s?{SURNAME}){{0,4}})$")


@dataclass(frozen=True, slots=True)
class FoundShortForm:
    """A short form in a text: the words from ``start`` to ``end`` say that it is one."""

    form: ShortForm
    start: int
    end: int


def has_short_form(text: str) -> bool:
    """Whether ``text`` has the words of a short form near its beginning."""
    return find_short_form(text) is not None


def starts_with_short_form(text: str) -> bool:
    """Whether ``text`` begins with the words of a short form, such as "ders."."""
    match = _form().match(text)
    return match is not None and _from_words(text, match) is not None


def find_short_form(text: str, emphasis: Sequence[tuple[int, int]] = ()) -> FoundShortForm | None:
    """The short form that ``text`` is, with the author it names, ``None`` if it is none.

    Only the words of the form and the family names before them are read; the locator is not.
    Words in italics (``emphasis``) are those of a title and no names.

    Example:
        >>> find_short_form("Leavis, op. cit., n. 20, p. 120.").form.note
        '20'
    """
    bare = _note_alone().match(text[: 2 * _BEFORE])
    if bare is not None:
        form = ShortForm(ShortFormKind.SUPRA, _surnames(bare.group("authors")), note=bare.group(2))
        return FoundShortForm(form, bare.start(), bare.end())
    inverted = _supra_inverted().search(text[: 2 * _BEFORE])
    if inverted is not None and _is_names(text[: inverted.start()].strip(" ,;:.(")):
        authors = _surnames(text[: inverted.start()].strip(" ,;:.("))
        form = ShortForm(ShortFormKind.SUPRA, authors, note=inverted.group(1))
        return FoundShortForm(form, inverted.start(), inverted.end())
    for match in _form().finditer(text[: 4 * _BEFORE]):
        if match.start() > _BEFORE:
            break
        found = _from_words(text, match)
        if found is not None:
            return found
    found = _author_and_place(text)
    if found and any(start < found.end and found.start < end for start, end in emphasis):
        return None
    return found


def _from_words(text: str, match: re.Match[str]) -> FoundShortForm | None:
    kind = ShortFormKind(str(match.lastgroup).replace("_", "-"))
    before = _BRACKETED.sub("", text[: match.start()]).strip(" ,;:.(")
    if kind in {ShortFormKind.IBID, ShortFormKind.IDEM} and before:
        if not _is_names(before):
            return None
        kind = ShortFormKind.OP_CIT
    note = _note_number(text, match.end())
    if kind is ShortFormKind.SUPRA and not note.number:
        return None
    stopped = match.group().endswith(".")
    if kind is ShortFormKind.IDEM and not stopped and _IN_SENTENCE.match(text, match.end()):
        return None
    authors, title = _author_and_title(before.strip("、，"))
    form = ShortForm(kind, authors, title, note=note.number)
    return FoundShortForm(form, match.start(), max(match.end(), note.end))


def _author_and_title(before: str) -> tuple[tuple[str, ...], str]:
    """The family names, and the short title if there is one, that stand before a form."""
    authors = _surnames(before)
    if authors:
        return authors, ""
    if is_cjk(before) and len(before) <= _LONGEST_CJK_NAME:
        return (before,), ""
    match = _AUTHOR_TITLE.match(before)
    if match and not _IN_BOOK.search(before):
        return (match.group(1),), match.group(2).strip(_MARKS_OF_TITLES)
    authors = _last_surnames(before)
    return authors, "" if authors else before


@dataclass(frozen=True, slots=True)
class _NoteNumber:
    number: str
    end: int


def _note_number(text: str, position: int) -> _NoteNumber:
    match = _note().match(text, position)
    return _NoteNumber(match.group(1), match.end()) if match else _NoteNumber("", position)


def _author_and_place(text: str) -> FoundShortForm | None:
    match = _AUTHOR_PLACE.match(text[: 2 * _BEFORE])
    if match is None:
        return None
    authors = _surnames(match.group("authors"))
    year = match.group("year") or ""
    form = ShortForm(ShortFormKind.SHORT_TITLE, authors, "", year)
    return FoundShortForm(form, match.start("authors"), match.end("year" if year else "authors"))


def _is_names(text: str) -> bool:
    return re.fullmatch(INITIALS + SURNAMES, text) is not None


def _last_surnames(text: str) -> tuple[str, ...]:
    """The names that ``text`` ends with, as after a lead-in ("Thus Miller"); no title's words."""
    match = _NAMES_AT_END.search(text[-_BEFORE:]) if len(text.split()) <= _SHORT_LEAD_IN else None
    return _surnames(match.group(1)) if match else ()


def _surnames(text: str) -> tuple[str, ...]:
    if not text or not _is_names(text):
        return ()
    parts = re.split(r"\s?/\s?|,?\s(?:and|und|et|&|e|y)\s|,\s", text)
    return tuple(re.sub(r"^(?:[A-Z]\.[\s-]?)+", "", part).strip() for part in parts if part.strip())


@cache
def _form() -> re.Pattern[str]:
    table = load_table("citekit.refparser", "short_forms")
    groups = {
        "op_cit": table["op_cit"],
        "loc_cit": table["loc_cit"],
        "ibid": table["ibid"],
        "idem": table["idem"],
        "supra": table["supra"],
    }
    body = "|".join(f"(?P<{name}>{_alternatives(words)})" for name, words in groups.items())
    return re.compile(rf"(?<![\w.])(?:{body})(?!\w)\.?", re.IGNORECASE)


@cache
def _note_alone() -> re.Pattern[str]:
    """A name and the number of a note in brackets: "Dahl (fn. 3)"."""
    note = _alternatives(load_table("citekit.refparser", "short_forms")["note"])
    return re.compile(rf"\s*(?P<authors>{SURNAMES}),?\s\((?:in\s)?(?i:{note})\.?\s*(\d{{1,4}})\)")


@cache
def _supra_inverted() -> re.Pattern[str]:
    """The number of a note before the word that says where: "see note 6 above"."""
    table = load_table("citekit.refparser", "short_forms")
    note, supra = _alternatives(table["note"]), _alternatives(table["supra"])
    return re.compile(
        rf"(?<!\w)(?:see\s|as\sin\s|siehe\s|s\.\s|voir\s)?(?:{note})\.?\s*(\d{{1,4}})\s(?:{supra})(?!\w)",
        re.IGNORECASE,
    )


@cache
def _note() -> re.Pattern[str]:
    words = _alternatives(load_table("citekit.refparser", "short_forms")["note"])
    return re.compile(rf"[\s,.(]*(?:(?:in|at|zu)\s)?(?:{words})\.?\s*(\d{{1,4}})\)?", re.IGNORECASE)


def _alternatives(words: object) -> str:
    if not isinstance(words, Iterable):
        return r"(?!)"
    ordered = sorted({str(word) for word in words}, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s*") for word in ordered)
