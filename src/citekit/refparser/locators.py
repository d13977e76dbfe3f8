"""The locator of a cite: the place in a work that a note points to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from citekit.fields.pages import find_locator, parse_locator
from citekit.model.citation import Label
from citekit.model.spans import Span

PAGE = "page"
_LONGEST_VALUE = 20
_NUMBER = re.compile(r"\d{1,4}(?:\s?[-–]\s?\d{1,4})?")
# What stands after all values of a note and is a number: ", 23." or " 23-25. Translation mine."
_BARE_NUMBER = re.compile(
    r"[\s,.:;)”\"’»]*[,:\s]\s*(\d{1,4}(?:\s?[-–]\s?\d{1,4})?)(?:[\s.]*$|\.\s(?=[^\W\d_]))"
)
# ", at 390 (arguing …)", ", S. 5 mit Hinweis …": a locator with words after it.
_AT_HEAD = re.compile(
    r"[\s,.:;(]*((?:[^\W\d_]{1,5}\.?\s|[§¶]+\s?)?\d{1,4}[a-z]?(?:\s?[-–]\s?\d{1,4})?"
    r"(?:\s?ff?\b\.?(?:,\s?\d{1,4}(?:\s?ff?\b\.?)?)*)?)(?![\w.]?\w)"
)


@dataclass(frozen=True, slots=True)
class CiteLocator:
    """A locator with its CSL label; ``span`` is its place in the text it was read from."""

    value: str = ""
    label: str = ""
    span: Span = Span(0, 0)  # noqa: RUF009 - frozen


NONE = CiteLocator()


def read_locator(text: str, labels: Sequence[Label] = ()) -> CiteLocator:
    """The locator that ``text`` ends with, or else the last page that ``labels`` mark.

    A locator with its cue ("pg. 5", "para. 3") is certain; a bare number is one only where
    the tagger saw a page, or where it stands after everything else that was read and can be
    nothing else.
    """
    found = find_locator(text)
    if found is not None:
        return CiteLocator(found.locator.value, found.locator.label, Span(found.start, found.end))
    pages = [label for label in labels if label.variable == PAGE]
    if pages:
        return _located(text, Span(pages[-1].start, pages[-1].end))
    alone = _number_alone(text, labels)
    if alone is not None:
        return _located(text, alone)
    last = max((label.end for label in labels), default=-1)
    bare = _BARE_NUMBER.match(text, last) if last >= 0 else None
    return _located(text, Span(*bare.span(1))) if bare else NONE


def _number_alone(text: str, labels: Sequence[Label]) -> Span | None:
    """The bare number at the end of a title without a container, whatever it was taken for.

    "Ann Berg, “Harbours,” 12." has no periodical that 12 could be a volume of.
    """
    if not labels or text[labels[-1].end :].strip(" .,;:)"):
        return None
    last = labels[-1]
    contained = any(label.variable == "container-title" for label in labels[:-1])
    is_number = _NUMBER.fullmatch(text, last.start, last.end) is not None
    return Span(last.start, last.end) if is_number and not contained and _is_loose(last) else None


def _is_loose(label: Label) -> bool:
    return label.variable in {"volume", "issue", "number", "container-title"}


def read_locator_first(text: str) -> CiteLocator:
    """The locator that ``text``, the words after a short form, begins with."""
    match = _AT_HEAD.match(text)
    return _located(text, Span(*match.span(1))) if match else NONE


def _located(text: str, span: Span) -> CiteLocator:
    """The locator at ``span``, a page where no cue says otherwise."""
    value = text[span.start : span.end]
    located = parse_locator(value) or parse_locator(f"p. {value}")
    if located is not None:
        return CiteLocator(located.value, located.label, span)
    # What the tagger saw as a page is one, even if written in a way that is not known.
    known = len(value) <= _LONGEST_VALUE and any(char.isdigit() for char in value)
    return CiteLocator(" ".join(value.split()), PAGE, span) if known else NONE


def without(labels: Sequence[Label], locator: CiteLocator) -> tuple[Label, ...]:
    """``labels`` but for those that the locator covers or touches."""
    span = locator.span
    return tuple(
        label for label in labels if not (label.start < span.end and span.start < label.end)
    )
