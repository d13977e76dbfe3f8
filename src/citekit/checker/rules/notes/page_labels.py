"""The labels before the pages that notes and entries cite: "p. 5", "pp. 5-7", "pg.5"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.model.spans import Span
from citekit.model.variables import TextVariable
from citekit.text.data import load_table, load_words

_PACKAGE, _TABLE = "citekit.checker.rules.notes", "notes"
_OPAQUE = (
    TextVariable.TITLE,
    TextVariable.CONTAINER_TITLE,
    TextVariable.COLLECTION_TITLE,
    TextVariable.URL,
)


@dataclass(frozen=True, slots=True)
class PageLabel:
    """A label with its pages; offsets count in the passage of ``mention``.

    ``word`` is the label as printed without its stop, ``stop`` what of a stop there is, ``space``
    what stands between it and the pages.
    """

    mention: Mention
    start: int
    end: int
    word: str
    stop: str
    space: str
    pages: str

    @property
    def is_plural(self) -> bool:
        """Whether the label is one for several pages."""
        return self.word.lower() in load_words(_PACKAGE, _TABLE, "page_plural")

    @property
    def is_word(self) -> bool:
        """Whether the label is spelt out, which takes no stop."""
        return len(self.word) > 3  # noqa: PLR2004 - the longest that are abbreviated

    @property
    def is_several(self) -> bool:
        """Whether more than one page follows."""
        return bool(re.search(r"\d\D*[-‐-―~～〜,;&]\s*(?:\w|$)|\d\s?f{1,2}\b|\band\b", self.pages))

    @property
    def label(self) -> str:
        """The label as it is printed, with its stop."""
        return self.word + self.stop

    @property
    def label_span(self) -> tuple[int, int]:
        """Where in the passage the label stands."""
        return self.start, self.start + len(self.label)

    @property
    def printed(self) -> str:
        """Label and pages as printed."""
        return self.label + self.space + self.pages

    @property
    def file_span(self) -> Span:
        """Where label and pages stand in the file."""
        return self.mention.file_span(self.start, self.end)

    @property
    def file_label(self) -> Span:
        """Where the label stands in the file."""
        return self.mention.file_span(*self.label_span)


@cache
def _pattern() -> re.Pattern[str]:
    words = (load_words(_PACKAGE, _TABLE, key) for key in ("page_singular", "page_plural"))
    labels = "|".join(sorted((word for some in words for word in some), key=len, reverse=True))
    number = r"[A-Za-z]?\d{1,6}(?:\s?f{1,2}\b\.?|[a-z]\b)?"
    no_year = r"(?!\s?(?:1[5-9]|20)\d\d(?!\d))"
    between = rf"\s?(?:[-‐-―~～〜]{{1,3}}|,{no_year}|&|and)\s?"
    several = rf"{number}(?:{between}{number}(?!\w|:))*(?:[-‐-―](?=[\s,;.)]))?"
    return re.compile(
        rf"(?<![\w./-])(?P<word>{labels})(?P<stop>\.?)(?P<space>\s*)"
        rf"(?P<pages>{several})(?!\w|[.:]\d)",
        re.IGNORECASE,
    )


def page_labels(mention: Mention) -> Iterator[PageLabel]:
    """The labels in what is printed of ``mention``, but for those within titles and addresses."""
    opaque = [span for variable in _OPAQUE for span in mention.places.get(variable, ())]
    for match in _pattern().finditer(mention.text, mention.start, _reach(mention)):
        if not any(span.start < match.end() and match.start() < span.end for span in opaque):
            yield PageLabel(
                mention,
                match.start(),
                match.end(),
                match["word"],
                match["stop"],
                match["space"],
                match["pages"].rstrip("."),
            )


def _reach(mention: Mention) -> int:
    """Where the words after the work end: its pages may stand behind what was read of it."""
    cites = mention.citation.cites
    later = [cite.span.start for cite in cites if cite.span.start >= mention.end]
    return min(later, default=len(mention.text))


def all_page_labels(paper: Paper) -> tuple[PageLabel, ...]:
    """The labels of all notes and entries of ``paper``, in their order."""
    return tuple(label for mention in paper.mentions for label in page_labels(mention))


def standard_label(word: str, *, plural: bool) -> str:
    """The label that manuals of style know for ``word``, before one page or before several."""
    standard = _mapping("page_standard").get(word.lower(), word.lower())
    to_plural = _mapping("page_number")
    to_singular = {value: key for key, value in to_plural.items() if key != "pg"}
    table = to_plural if plural else to_singular
    return table.get(standard, standard)


def is_standard(word: str) -> bool:
    """Whether manuals of style know the label."""
    return word.lower() not in _mapping("page_standard")


@cache
def _mapping(name: str) -> dict[str, str]:
    table = load_table(_PACKAGE, _TABLE)[name]
    return {key: str(value) for key, value in table.items()} if isinstance(table, dict) else {}
