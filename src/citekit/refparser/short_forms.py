"""Short forms: ibid., idem, op. cit., supra n. 4, and an author with a page alone."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from citekit.model.citation import ShortForm, ShortFormKind
from citekit.model.reference import PersonalName, Reference
from citekit.model.variables import NameVariable
from citekit.refparser.author_year import find_author_year
from citekit.refparser.surnames import CAPITAL, INITIALS, SURNAME, SURNAMES
from citekit.text.data import load_table
from citekit.text.script import is_cjk

# "Smelser 2 f.", "Zweigert/Kötz I 12 ff.": author and place.
_AUTHOR_PLACE = re.compile(
    rf"^\s*(?P<authors>{SURNAMES}),?\s+"
    r"(?:(?:[IVX]{1,5}|\d{1,2}|Bd\.\s?\w+|vol\.\s?\w+),?\s+)?"
    r"(?:(?:S|pp?|pg|at|Rn|Rdnr)\.?\s?)?\d{1,4}(?:\s?[-–]\s?\d{1,4})?(?:\s?\(\d{1,4}[^()]{0,12}\))?(?:\s?ff?\.?|\s?et\sseq\.?)?\s*[.;,—–-]*\s*$"
)
# "(previous note)" between the name and the form.
_BRACKETED = re.compile(r"\([^()]{0,40}\)\s*$")
_BEFORE = 120
_SHORT_LEAD_IN = 6
_LONGEST_CJK_NAME = 8
# "Dies ist umstritten": a word after the bare form makes it a word of a sentence.
_IN_SENTENCE = re.compile(r"\s+[^\W\d_]{2,}\s+[^\W\d_]")
# "Canaris, Vertrauenshaftung": a family name, then the words of a title.
_AUTHOR_TITLE = re.compile(
    rf"^{INITIALS}({SURNAME}(?:(?:\s?/\s?|\s(?:and|und|et|&|e|y)\s){SURNAME}){{0,2}}),\s+(.{{3,}})$",
    re.DOTALL,
)
# "‘Company law’ in Thomas": the form is that of the book, not of the chapter.
_IN_BOOK = re.compile(rf"\b(?:in|dans|en):?\s{INITIALS}{SURNAME}$", re.IGNORECASE)
_AHEAD = frozenset({"infra", "below"})
_ACCOMPANYING = re.compile(r"[\d\s,–-]{0,20}\s?(?:and|&)\s(?:the\s)?accompanying\stext")
# "1 BLACKSTONE, supra note 23": the volume stands before the name.
_VOLUME = re.compile(r"\d{1,2}\s(?=[^\W\d_])")
# "M. Weber", "Max Weber": a given name, or initials, and a family name.
_GIVEN_FAMILY = re.compile(
    rf"(?P<given>(?:[{CAPITAL}](?:\.|[^\W\d_]{{1,14}})[\s-]?){{1,3}})\s?(?P<family>{SURNAME})"
)
# "Finnis, see above n. 3": the word that sends the reader there.
_SEE = re.compile(
    r"(?:^|(?<=[\s,(]))(?:see|siehe|s|vgl|cf|voir|v|véase|vid|vedi|as|wie)\.?$", re.IGNORECASE
)
_MARKS_OF_TITLES = " \t\r\n,;:.\"'“”„«»‘’…"
# "Siehe zum entsprechenden Problem bei …": a sentence, and no title before the number of a note.
_PROSE = re.compile(r"[^\W\d_]+\s[a-zà-öø-ÿ]+\s")
_NAMES_AT_END = re.compile(rf"(?:^|\s)({SURNAME}(?:\s?/\s?{SURNAME}){{0,4}})$")


@dataclass(frozen=True, slots=True)
class FoundShortForm:
    """A short form in a text: the words from ``start`` to ``end`` say that it is one."""

    form: ShortForm
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _NoteNumber:
    number: str
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
    pointed = _note_pointed_to().match(text[: 2 * _BEFORE])
    if pointed is not None:
        form = ShortForm(ShortFormKind.SUPRA, note=pointed.group(1))
        return FoundShortForm(form, pointed.start(), pointed.end(1))
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
    before = _VOLUME.sub("", before, count=1) if _VOLUME.match(before) else before
    within = before.rpartition("(")[2].strip()
    if within and ")" not in within and _is_names(within.rstrip(" ,;:.")):
        before = within.rstrip(" ,;:.")  # "… as said (Moor, op. cit., 4)"
    if kind is ShortFormKind.SUPRA:
        before = _SEE.sub("", before).strip(" ,;:.(")
    if kind in {ShortFormKind.IBID, ShortFormKind.IDEM} and before:
        if not _is_names(before):
            return None
        kind = ShortFormKind.OP_CIT
    note = _note_number(text, match.end())
    if kind is ShortFormKind.SUPRA and not (note.number and _names_work(text, match, note)):
        return None
    stopped = match.group().endswith(".")
    if kind is ShortFormKind.IDEM and not stopped and _IN_SENTENCE.match(text, match.end()):
        return None
    authors, title = _author_and_title(before.strip("、，"))
    if note.number and not authors and _PROSE.match(before):
        authors, title = _last_surnames(before, longest=_BEFORE), ""
    draft = _given_name(before) if authors else None
    form = ShortForm(kind, authors, title, note=note.number, draft=draft)
    return FoundShortForm(form, match.start(), max(match.end(), note.end))


def _names_work(text: str, match: re.Match[str], note: _NoteNumber) -> bool:
    """Whether a place further up or down is one where a work is cited, and not what is said there.

    "See infra notes 45-54 and accompanying text" cites nothing.
    """
    ahead = match.group().casefold() in _AHEAD and not text[: match.start()].strip(" ,;:.(")
    return not ahead and _ACCOMPANYING.match(text, note.end) is None


def _author_and_title(before: str) -> tuple[tuple[str, ...], str]:
    """The family names, and the short title if there is one, that stand before a form."""
    authors = _surnames(before)
    if authors:
        return authors, ""
    if is_cjk(before) and len(before) <= _LONGEST_CJK_NAME:
        return (before,), ""
    match = _AUTHOR_TITLE.match(before)
    if match and not _IN_BOOK.search(before):
        return _surnames(match.group(1)), match.group(2).strip(_MARKS_OF_TITLES)
    authors = _last_surnames(before)
    return authors, "" if authors else before


def _note_number(text: str, position: int) -> _NoteNumber:
    match = _note().match(text, position)
    return _NoteNumber(match.group(1), match.end()) if match else _NoteNumber("", position)


def _author_and_place(text: str) -> FoundShortForm | None:
    dated = find_author_year(text)
    if dated is not None:
        form, span = dated
        return FoundShortForm(form, span.start, span.end)
    match = _AUTHOR_PLACE.match(text[: 2 * _BEFORE])
    if match is None:
        return None
    form = ShortForm(ShortFormKind.SHORT_TITLE, _surnames(match.group("authors")))
    return FoundShortForm(form, match.start("authors"), match.end("authors"))


def names_short_form(text: str) -> bool:
    """Whether ``text`` begins with family names and the words of a short form of their work."""
    found = find_short_form(text[:_BEFORE])
    return (
        found is not None
        and bool(found.form.authors)
        and found.form.kind in {ShortFormKind.OP_CIT, ShortFormKind.LOC_CIT, ShortFormKind.SUPRA}
        and _is_names(text[: found.start].strip(" ,;:.("))
    )


def _given_name(before: str) -> Reference | None:
    """The one author named before a form, where initials or a given name stand with the family."""
    match = _GIVEN_FAMILY.fullmatch(before)
    if match is None:
        return None
    name = PersonalName(match["family"], match["given"].strip())
    return Reference(names={NameVariable.AUTHOR: (name,)})


def _is_names(text: str) -> bool:
    return re.fullmatch(INITIALS + SURNAMES, text) is not None


def _last_surnames(text: str, *, longest: int = _SHORT_LEAD_IN) -> tuple[str, ...]:
    """The names that ``text`` ends with, as after a lead-in ("Thus Miller"); no title's words."""
    match = _NAMES_AT_END.search(text[-_BEFORE:]) if len(text.split()) <= longest else None
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
    supra = _alternatives(load_table("citekit.refparser", "short_forms")["supra"])
    return re.compile(
        rf"\s*(?P<authors>{SURNAMES}),?\s\((?:(?i:in|see|siehe|voir|{supra})\.?,?\s){{0,2}}"
        rf"(?i:{note})\.?\s*(\d{{1,4}})\)"
    )


@cache
def _note_pointed_to() -> re.Pattern[str]:
    """Nothing but the number of a note: "See note 6.", "Siehe Anm. 6, S. 4"."""
    note = _alternatives(load_table("citekit.refparser", "short_forms")["note"])
    return re.compile(
        rf"\s*(?:(?i:see|siehe|vgl\.|s\.|wie|voir|cf\.|véase|vedi|zie)\s(?:(?i:also|auch|aussi|la|anche)\s)?)?"
        rf"(?i:{note})\.?\s?(\d{{1,4}})(?:,\s?[^\W\d_]{{0,4}}\.?\s?\d[\d\s–f.-]{{0,10}})?\s*[.;]?\s*$"
    )


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
