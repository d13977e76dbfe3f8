"""The locator of a cite: the place in a work that a note points to."""

from collections.abc import Sequence
from dataclasses import dataclass

from citekit.fields.pages import find_locator, parse_locator
from citekit.model.citation import Label
from citekit.model.spans import Span

PAGE = "page"


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
    the tagger saw a page.
    """
    found = find_locator(text)
    pages = [label for label in labels if label.variable == PAGE]
    if found is not None:
        return CiteLocator(found.locator.value, found.locator.label, Span(found.start, found.end))
    if not pages:
        return NONE
    last = pages[-1]
    located = parse_locator(text[last.start : last.end]) or parse_locator(
        f"p. {text[last.start : last.end]}"
    )
    if located is None:
        return NONE
    return CiteLocator(located.value, located.label, Span(last.start, last.end))


def without(labels: Sequence[Label], locator: CiteLocator) -> tuple[Label, ...]:
    """``labels`` but for those that the locator covers or touches."""
    span = locator.span
    return tuple(
        label for label in labels if not (label.start < span.end and span.start < label.end)
    )
