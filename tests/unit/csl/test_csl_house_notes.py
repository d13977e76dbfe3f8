"""The house style of the seed paper gives its notes back from what was extracted.

The paper is not at one with itself, so a rule says which of its 41 notes follow its own pattern;
exactly these must come out as they were printed. Straight and curly quotation marks count as the
same (the paper mixes them), and so do raised and level ordinals within a title.
"""

import html
import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from citekit.csl.citation import Citation, Cite
from citekit.csl.item import Item
from citekit.csl.items import read_item
from citekit.csl.markup import WRITERS
from citekit.csl.processor import Processor
from citekit.csl.reading import read_style

ROOT = Path(__file__).parents[3]
STYLE = ROOT / "styles" / "house-notes.csl"

_WHO = r"(?P<who>[^\"*<>]+)"
_TITLE = r"\"(?P<title>[^*<>]+)\""
_CONTAINER = r"\*(?P<container>[^*]+)\*"
_DAY = r"\d{1,2}<sup>(?:st|nd|rd|th)</sup> "
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = rf"(?:(?:{_DAY})?(?:{_MONTH}) |(?:Spring|Summer|Autumn|Winter) )?\d{{4}}"
_PAGES = r"(?:pg\.\d+|pp\.\d+~\d+)"
_PUBLISHER = r"(?:[^,.:*<>\"]+: )?[^,.:*<>\"]+"
_EDITORS = r"(?:(?P<editors>[^\"*]+) ed\., )?"
_YEAR_AND_PAGES = rf"(?:, \d{{4}}(?:\. {_PAGES})?|, {_PAGES})\."
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # Author, "Title", *Journal*, 49:3, Summer 2005, pg.469.
        rf"{_WHO}, {_TITLE}, {_CONTAINER}, (?:\d+(?::\d+)?, )?{_DATE}(?:, {_PAGES})?\.",
        # Author, "Title", *Series*, Publisher, March 2004, pg.12.
        rf"{_WHO}, {_TITLE}, {_CONTAINER}, {_PUBLISHER}, (?:{_MONTH}) \d{{4}}(?:, {_PAGES})?\.",
        # Author, "Title", *Book*, Editor ed., Place: Publisher, 2000. pg.115.
        rf"{_WHO}, (?:{_TITLE}, )?{_CONTAINER}, {_EDITORS}{_PUBLISHER}{_YEAR_AND_PAGES}",
        # Author, "Title", *Site*, 21st August 2006, <address> Accessed: 29th August 2006
        rf"{_WHO}, (?:{_TITLE}|[^\"*]+), {_CONTAINER}, (?:{_DATE}, )?<[^<>]+> Accessed: {_DATE}",
        # Author, interview with author, Seoul, 28th February 2006.
        rf"{_WHO}, interview with author, [^\"*,]+, {_DATE}\.",
    )
)
_LABEL = re.compile(r"\b[Pp][pg]\.? ?(?P<first>\d+)(?:[~-](?P<last>\d+))?\.*$")


@dataclass(frozen=True, slots=True)
class _Note:
    number: int
    printed: str
    rendered: str
    item: Item
    prefix: str


def _folded(text: str) -> str:
    """Quotation marks straight; ordinals inside of titles level."""
    text = re.sub("[“”‘’']", '"', text)
    return re.sub(
        r"\"[^*]+\"", lambda title: re.sub(r"<sup>(..)</sup>", r"\1", title[0]), text, count=1
    )


def _as_printed(written: str) -> str:
    """HTML in the paper's own markup."""
    marked = re.sub(r"</?i>", "*", written).replace("</sup><sup>", "")
    return html.unescape(marked)


def _mended(note: str) -> str:
    """The note with its page in one form: ``pg.`` before one, ``pp.`` before several."""
    match = _LABEL.search(note)
    if match is None:
        return note
    last = f"~{match['last']}" if match["last"] else ""
    label = "pp" if last else "pg"
    return f"{note[: match.start()]}{label}.{match['first']}{last}."


def _shown(item: Item, variable: str, joint: str) -> str:
    names = item.names.get(variable, ())
    return joint.join(name.literal or f"{name.given} {name.family}".strip() for name in names)


def _is_well_formed(note: _Note, printed: str) -> bool:
    """Whether ``printed`` has the parts of its kind of work in the paper's usual order.

    It must also have its usual punctuation, name its people given name first, and say what the
    record of the work says of them (records are merged from all notes and the bibliography).
    """
    body = printed.removeprefix(note.prefix)
    match = next((found for one in _PATTERNS if (found := one.fullmatch(body))), None)
    if match is None:
        return False
    groups = match.groupdict()
    authors = _shown(note.item, "author", ", ") or "Author unknown"
    editors = groups.get("editors") or ""
    # Where a note and the list give two titles, the record has one of them.
    titled = _folded(_as_printed(note.item.texts.get("title", ""))) in body
    return groups["who"] == authors and editors == _shown(note.item, "editor", " and ") and titled


@pytest.fixture(scope="module")
def notes() -> tuple[_Note, ...]:
    extraction = json.loads((ROOT / "bib" / "extraction.json").read_text("utf-8"))
    items = {item.id: item for item in map(read_item, extraction["references"])}
    printed, citations = [], []
    for document in extraction["documents"]:
        for one in document["citations"]:
            if one["kind"] == "footnote":
                (cite,) = one["cites"]
                prefix = f"{cite['prefix']} " if cite["prefix"] else ""
                printed.append(one["text"])
                citations.append(
                    Citation(
                        (Cite(cite["id"], cite["locator"], cite["label"], prefix),),
                        note_number=int(one["marker"]),
                    )
                )
    style = read_style(STYLE.read_bytes(), STYLE.name)
    rendered = Processor(style, items.values()).cite(citations, WRITERS["html"])
    return tuple(
        _Note(
            citation.note_number,
            _folded(text),
            _folded(_as_printed(result.text)),
            items[citation.cites[0].id],
            _folded(citation.cites[0].prefix),
        )
        for text, citation, result in zip(printed, citations, rendered, strict=True)
    )


def test_exactly_the_well_formed_notes_come_back(notes: tuple[_Note, ...]) -> None:
    same = [note.number for note in notes if note.printed == note.rendered]
    assert same == [note.number for note in notes if _is_well_formed(note, note.printed)]
    assert (len(same), len(notes)) == (13, 41)


def test_notes_that_err_only_in_the_form_of_the_page_come_back_mended(
    notes: tuple[_Note, ...],
) -> None:
    same = [note.number for note in notes if _mended(note.printed) == note.rendered]
    assert same == [note.number for note in notes if _is_well_formed(note, _mended(note.printed))]
    assert (len(same), len(notes)) == (23, 41)
