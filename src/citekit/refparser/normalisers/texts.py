"""Titles, publishers and other texts."""

import re
from dataclasses import replace
from functools import cache

from citekit.fields.organisations import is_organisation
from citekit.model.spans import TracedText
from citekit.model.variables import NumberVariable, TextVariable
from citekit.refparser.draft import Draft, Stretch
from citekit.refparser.rich_text import plain_text, rich_text, trim_value
from citekit.text.data import load_words

# "Chapter 23 “Title”": the number of a chapter before its title.
_CHAPTER_CUE = (
    r"(?:chapter|chap\.|ch\.|kapitel|kap\.|chapitre|capítulo|capitolo)\s+(\d+|[IVXLC]+)\b"
)
_CHAPTER = re.compile(rf"^\W*{_CHAPTER_CUE}[\s.:,–—-]*", re.IGNORECASE)
_CHAPTER_BEFORE = re.compile(rf"(?<!\w){_CHAPTER_CUE}\W*$", re.IGNORECASE)
_CHAPTER_REACH = 30
_OPENS = re.compile(r"(?<!\w)'(?=\w)")
_CLOSES = re.compile(r"(?<=[\w.!?])'(?!\w)")
_IMPRINT = re.compile(r"^(\[?[^\W\d_][^:]{1,40}):\s+(\S.*)$", re.DOTALL)
# "In:" before what a work is part of, where labels took it in.
_IN = re.compile(r"^(?:in|dans|nel|nella|em|en):\s", re.IGNORECASE)
_NO_LETTER = re.compile(r"[\W_]+")
_PLACES = frozenset({TextVariable.PUBLISHER_PLACE.value, TextVariable.EVENT_PLACE.value})
_IMPRINTS = _PLACES | {TextVariable.PUBLISHER.value}
_OPENING = {"’": "‘", "”": "“", "»": "«", ")": "(", "]": "["}
_JOURNAL_TAIL = re.compile(r"\s*[,(]\s*$")


def normalise_rich(draft: Draft, stretch: Stretch) -> None:
    """Set a title, with the markup of its parts."""
    variable = TextVariable(stretch.label.variable)
    text = _closed(stretch)
    if variable is TextVariable.TITLE:
        text = _without_chapter(draft, stretch, text)
    elif (lead := _IN.match(text.text)) is not None:
        text = text.slice(lead.end(), len(text.text))
    value = rich_text(text)
    if any(char.isalnum() for char in value):
        draft.set_text(variable, value, Stretch(stretch.label, trim_value(text), stretch.whole))


def _without_chapter(draft: Draft, stretch: Stretch, text: TracedText) -> TracedText:
    """The title without the number of the chapter before it, which becomes its own variable."""
    start = stretch.label.start
    inside = _CHAPTER.match(text.text)
    if inside and inside.end() < len(text.text):
        _set_chapter(draft, stretch, start + inside.start(1), start + inside.end(1))
        return text.slice(inside.end(), len(text.text))
    reach = max(0, start - _CHAPTER_REACH)
    before = _CHAPTER_BEFORE.search(stretch.whole.text[reach:start])
    if before:
        _set_chapter(draft, stretch, reach + before.start(1), reach + before.end(1))
    return text


def _set_chapter(draft: Draft, stretch: Stretch, start: int, end: int) -> None:
    label = replace(stretch.label, start=start, end=end)
    number = stretch.whole.slice(start, end)
    draft.set_number(
        NumberVariable.CHAPTER_NUMBER, number.text, Stretch(label, number, stretch.whole)
    )


def _closed(stretch: Stretch) -> TracedText:
    """The text with the closing mark of a quotation or bracket in it, where labels left it out."""
    text, whole = stretch.text.text, stretch.whole.text
    end = stretch.label.end
    following = whole[end : end + 1]
    opening = _OPENING.get(following, "")
    opened = text.count(opening) > text.count(following) if opening else 0
    if following == "'":
        # A straight mark opens before a word and closes after one; an apostrophe does neither.
        opened = len(_OPENS.findall(text)) > len(_CLOSES.findall(text))
    if opened:
        return stretch.whole.slice(stretch.label.start, end + 1)
    return stretch.text


def normalise_publisher(draft: Draft, stretch: Stretch) -> None:
    """Set the publisher; "Place: Publisher" in one stretch sets both."""
    match = _IMPRINT.match(stretch.text.text)
    if match is None:
        normalise_plain(draft, stretch)
        return
    label, start = stretch.label, stretch.label.start
    place, publisher = TextVariable.PUBLISHER_PLACE, TextVariable.PUBLISHER
    if is_organisation(match[1]) and not is_organisation(match[2]):
        place, publisher = publisher, place
    for group, variable in ((1, place), (2, publisher)):
        low, high = match.span(group)
        part = replace(label, start=start + low, end=start + high, variable=variable.value)
        normalise_plain(draft, Stretch(part, stretch.text.slice(low, high), stretch.whole))


def normalise_plain(draft: Draft, stretch: Stretch) -> None:
    """Set a text without markup, such as a publisher; "s. l." and its like set none."""
    value = _JOURNAL_TAIL.sub("", plain_text(stretch.text))
    if stretch.label.variable in _IMPRINTS:
        value = _imprint(value, stretch)
    if any(char.isalnum() for char in value):
        draft.set_text(TextVariable(stretch.label.variable), value, stretch)


@cache
def _unknown() -> frozenset[str]:
    phrases = load_words("citekit.refparser", "imprints", "unknown")
    return frozenset(_NO_LETTER.sub("", phrase).casefold() for phrase in phrases)


def _imprint(value: str, stretch: Stretch) -> str:
    """A place or a publisher without the brackets around it, nothing where it is not known."""
    inner = value[1:-1] if value[:1] == "[" and value[-1:] == "]" else value
    value = value if any(sign in inner for sign in "[]") else inner
    value = value.lstrip("(") if value.count("(") > value.count(")") else value
    shouted = value.isupper() and value.isalpha()
    if not shouted and _NO_LETTER.sub("", value).casefold() in _unknown():
        return ""
    stopped = stretch.text.text.rstrip(" ,;:").endswith(".") and not value.endswith(".")
    last = re.split(r"[\s/]", value)[-1]
    known = f"{last}." in load_words("citekit.refparser", "imprints", "places")
    is_place = stretch.label.variable in _PLACES
    return f"{value}." if stopped and is_place and known and last != value else value
