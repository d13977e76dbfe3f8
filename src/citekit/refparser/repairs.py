"""What mends the labels that the tagger gave to a string."""

import re
from collections.abc import Callable
from dataclasses import replace

from citekit.fields.organisations import is_organisation
from citekit.model.citation import Label
from citekit.refparser.date_repairs import date_after_vom, date_original, date_range
from citekit.text.data import load_words

_LONGEST_ISSUE = 3
_PEOPLE = frozenset(("author", "editor"))
_OUTER = frozenset(
    " \t\r\n\u00a0.,;:·•|/\\=*+~_-–—‐‑‒−\"'`´“”„‟‘’‚‛«»‹›<>…「」『』《》〈〉，。、：；"
)
_OPEN = {")": "(", "]": "[", "}": "{"}
_CLOSED = {opening: closing for closing, opening in _OPEN.items()}
# Quotation marks that close, with those that open for them.
_QUOTES = {"’": "‘", "”": "“", "»": "«", "'": "'", '"': '"', "›": "‹"}
_CLOSING = {"‘": "’", "“": "”", "«": "»"}
# Nothing but this may stand between two stretches that are one value.
_GAP = re.compile(r"[\s.,;:/–—-]*(?:(?:and|und|et|e|y|&)\s*)?")
_ACRONYM = re.compile(r"\(\s?[A-Z][A-Za-z]?[A-Z]{1,6}\s?\)?\W?$")
# What tells more of a work than who published it.
_FULL = frozenset(("container-title", "publisher", "publisher-place", "volume", "page", "editor"))
# The end of a sentence, after a word and not an abbreviation.
_SENTENCE = re.compile(r"(?<=\w{4})[.?!]\s+(?=[^\W\d_a-z])")
# Two addresses or remarks side by side stay two.
_APART = frozenset(("URL", "DOI", "arXiv", "note", "accessed"))


def _trim(text: str, labels: list[Label]) -> list[Label]:
    """Cuts outer punctuation and unpaired brackets; drops what has no letter or digit."""
    kept = []
    for label in labels:
        start, end = _trimmed(text, label.start, label.end)
        if label.variable == "URL" and end < label.end and text[end] == "/":
            end += 1
        if any(sign.isalnum() for sign in text[start:end]):
            kept.append(_between(label, start, end))
    return kept


def _between(label: Label, start: int, end: int) -> Label:
    """The label from ``start`` to ``end``; most stay as they are, and copies take time."""
    if (start, end) == (label.start, label.end):
        return label
    return replace(label, start=start, end=end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start] in _OUTER or _is_unpaired(text, start, end)):
        start += 1
    while start < end and (text[end - 1] in _OUTER or _is_unpaired_end(text, start, end)):
        end -= 1
    return start, end


def _is_unpaired(text: str, start: int, end: int) -> bool:
    """Whether a bracket at the start is never closed, or closed only at the end."""
    opening = text[start]
    if opening in _OPEN:
        return True
    closing = _CLOSED.get(opening)
    if closing is None:
        return False
    place = text.find(closing, start, end)
    return place < 0 or not any(sign.isalnum() for sign in text[place + 1 : end])


def _is_unpaired_end(text: str, start: int, end: int) -> bool:
    """Whether a bracket at the end has no partner inside."""
    closing = text[end - 1]
    if closing in _CLOSED:
        return True
    opening = _OPEN.get(closing)
    return opening is not None and text.count(opening, start, end) < text.count(closing, start, end)


def _complete_pairs(text: str, labels: list[Label]) -> list[Label]:
    """Gives back a mark at an edge whose partner is within the value: ‘The ‘end’’, May (2011)."""
    completed = []
    for label in labels:
        start, end = label.start, label.end
        if _closes(text, start, end):
            end += 1
        if start and (closing := _CLOSING.get(text[start - 1])):
            inside = text.find(closing, start, end)
            start -= 0 <= inside < end - 1 and not text[inside + 1].isalnum()
        completed.append(_between(label, start, end))
    return completed


def _closes(text: str, start: int, end: int) -> bool:
    """Whether the sign after the stretch closes a quotation or bracket that begins within it."""
    closing = text[end : end + 1]
    if closing in _OPEN:
        return text.count(_OPEN[closing], start, end) > text.count(closing, start, end)
    last = text.rfind(_QUOTES.get(closing, "\0"), start, end)
    if last < 0 or (last > start and text[last - 1].isalnum()):
        return False
    return not any(text[i] == closing and not text[i + 1].isalnum() for i in range(last + 1, end))


def _join(text: str, labels: list[Label]) -> list[Label]:
    """Makes one value of neighbours of one kind with no more than punctuation between."""
    joined: list[Label] = []
    for label in labels:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.variable == label.variable
            and label.variable not in _APART
            and _GAP.fullmatch(text, last.end, label.start)
        ):
            confidence = min(last.confidence, label.confidence)
            joined[-1] = replace(last, end=label.end, confidence=confidence)
        else:
            joined.append(label)
    return joined


def _one_title(_: str, labels: list[Label]) -> list[Label]:
    """Takes a second title, where nothing contains the first, for what contains it."""
    _first, *others = [i for i, label in enumerate(labels) if label.variable == "title"] or [0]
    contained = any(label.variable == "container-title" for label in labels)
    if not others or contained:
        return labels
    return [
        replace(label, variable="container-title") if i == others[0] else label
        for i, label in enumerate(labels)
    ]


def _editor_no_edition(text: str, labels: list[Label]) -> list[Label]:
    """Takes a name before "ed." for that of an editor, not for the name of an edition.

    In "Ann Lee and Berg, Tomas ed." the last word reads like "second" in "second ed.", and the
    words before it then like a publisher.
    """
    mended = list(labels)
    for i, label in enumerate(labels):
        if label.variable != "edition" or _names_edition(text[label.start : label.end]):
            continue
        before = mended[i - 1] if i else None
        variable = "editor"
        if before is not None and _GAP.fullmatch(text, before.end, label.start):
            if before.variable in _PEOPLE:
                variable = before.variable
            elif before.variable == "publisher":
                mended[i - 1] = replace(before, variable=variable)
        mended[i] = replace(label, variable=variable)
    return mended


def _names_edition(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text.casefold())
    known = load_words("citekit.refparser", "editions", "kind")
    return any(sign.isdigit() for sign in text) or any(word in known for word in words)


def _issue_after_volume(text: str, labels: list[Label]) -> list[Label]:
    """Takes the second of two numbers such as 49:3 for the issue if the pages come later."""
    for i in range(len(labels) - 2):
        volume, issue = labels[i], labels[i + 1]
        if (
            (volume.variable, issue.variable) == ("volume", "page")
            and any(label.variable == "page" for label in labels[i + 2 :])
            and re.fullmatch(r"\s?[:,;/.(]\s?", text[volume.end : issue.start])
            and issue.end - issue.start <= _LONGEST_ISSUE
        ):
            return [*labels[: i + 1], replace(issue, variable="issue"), *labels[i + 2 :]]
    return labels


def _body_before_year(text: str, labels: list[Label]) -> list[Label]:
    """Takes what bears its own short form, before year and title, for the body that published.

    "Deutsche Forschungsgemeinschaft (DFG). 2015. Handreichung …": a title has no acronym. Nor
    does one stand before the year of a book ("Komitet Redakcyjny. 2000. Szkice. Kraków: Znak.").
    """
    if sorted(label.variable for label in labels[:3]) != ["container-title", "issued", "title"]:
        return labels
    head, date, title = labels[:3]
    others = {label.variable for label in labels[3:]}
    is_body = (
        "publisher" in others
        or _ACRONYM.search(text, head.start, head.end + 1) is not None
        or (not others & _FULL and is_organisation(text[head.start : head.end]))
    )
    if head.start or date.variable != "issued" or not is_body:
        return labels
    author, named = replace(head, variable="author"), replace(title, variable="title")
    return [author, date, named, *labels[3:]]


def _title_in_publisher(text: str, labels: list[Label]) -> list[Label]:
    """Where no title was seen, the sentence before a publisher's name is one.

    "Gray, Ann. 2002. XML Schema. O’Reilly & Associates."
    """
    variables = {label.variable for label in labels}
    if "author" not in variables or not variables.isdisjoint(("title", "container-title")):
        return labels
    for k, label in enumerate(labels):
        stop = _SENTENCE.search(text, label.start, label.end)
        if label.variable == "publisher" and stop:
            title = replace(label, end=stop.start(), variable="title")
            return [*labels[:k], title, replace(label, start=stop.end()), *labels[k + 1 :]]
    return labels


def _title_before_year(text: str, labels: list[Label]) -> list[Label]:
    """Takes a body after the year for the publisher, what stands before the year for the title.

    "XML Schema. 2004. World Wide Web Consortium (W3C)." names no author.
    """
    if [label.variable for label in labels[:3]] != ["author", "issued", "title"]:
        return labels
    head, date, body = labels[:3]
    if (
        head.start
        or _FULL & {label.variable for label in labels}
        or not is_organisation(text[body.start : body.end])
    ):
        return labels
    named = text[head.start : head.end]
    if "," in named or " " not in named or is_organisation(named):
        return labels
    title, publisher = replace(head, variable="title"), replace(body, variable="publisher")
    return [title, date, publisher, *labels[3:]]


# A repair takes the text and its labels, sorted and apart, and gives them back so.
Repair = Callable[[str, list[Label]], list[Label]]

# In the order in which they are made.
REPAIRS: tuple[Repair, ...] = (
    _trim,
    _editor_no_edition,
    _join,
    _one_title,
    _body_before_year,
    _issue_after_volume,
    _title_in_publisher,
    _title_before_year,
    date_original,
    date_after_vom,
    date_range,
    _trim,
    _complete_pairs,
)
