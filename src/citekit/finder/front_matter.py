"""What a paper's first lines say of the journal it appeared in."""

import re
from collections.abc import Iterator, Sequence

from citekit.fields.dates import parse_date
from citekit.finder.cues import folded
from citekit.finder.outlets import outlet_type
from citekit.finder.page_head import HeadLine
from citekit.finder.page_reading import Reading
from citekit.model.document import Block, Document
from citekit.model.spans import Markup, Span, TracedText
from citekit.model.variables import DateVariable, ItemType, NumberVariable, TextVariable, Variable

_VOLUME = re.compile(
    r"\b(?:vol(?:ume)?|band|bd|tome|jahrgang|jg)\b\.?\s*(?P<volume>\d+)"
    r"(?:\s*[,:;]?\s*\(?\b(?:number|no|issue|iss|nr|heft|numéro|n°|núm)\b\.?\s*(?P<issue>\d+))?",
    re.IGNORECASE,
)
_CITATION = re.compile(
    r"^(?:recommended|suggested|preferred)?\s*citation\b|^(?:how to cite|cite as|to cite this)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\(((?:1[89]|20)\d\d)\)")
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]*[^\s\"<>.,;)]")
_PAGES = re.compile(r"[:,]\s*(?:pp\.?\s*)?(\d+\s?[-–]\s?\d+)(?=[.,\s])")
_VOLUME_NUMBER = re.compile(r"^\s*(\d+),?\s*(?:no\.?|\()\s*(\d+)")
_LONGEST = 1500
_SHORTEST_CITATION = 60
_SHORTEST_JOURNAL = 4
_FIRST_BLOCKS = 60


def find_front_matter(
    document: Document, lines: Sequence[HeadLine], title: int
) -> Iterator[Reading]:
    """Journal, volume, issue, year, pages and DOI as printed above the text of a paper.

    The journal is the line above its volume, or the one in italics in a recommended citation.
    """
    for index, line in enumerate(lines):
        match = _VOLUME.search(line.text.text)
        if match is None or index == title:
            continue
        yield from _journal(lines, index, title, match)
        for name, variable in (("volume", NumberVariable.VOLUME), ("issue", NumberVariable.ISSUE)):
            if match[name]:
                span = Span(match.start(name), match.end(name))
                yield Reading(variable, match[name], line.text, span)
        break
    for block in document.blocks[:_FIRST_BLOCKS]:
        if _CITATION.match(block.text.text[:40]) and len(block.text.text) > _SHORTEST_CITATION:
            yield from _recommended(block)
            break


def _journal(
    lines: Sequence[HeadLine], index: int, title: int, match: re.Match[str]
) -> Iterator[Reading]:
    before = lines[index].text.text[: match.start()].strip(" ,.;:-–—|")
    if before:
        yield Reading(TextVariable.CONTAINER_TITLE, before, lines[index].text, Span(0, len(before)))
        return
    above = lines[index - 1] if index > 0 and index - 1 != title else None
    if above is not None and (above.level or above.bold or _is_journal(above)):
        text = above.text.text
        yield Reading(TextVariable.CONTAINER_TITLE, text, above.text, Span(0, len(text)))


def _is_journal(line: HeadLine) -> bool:
    return outlet_type(line.text.text) in {ItemType.ARTICLE_JOURNAL, ItemType.ARTICLE_MAGAZINE} or (
        "journal" in folded(line.text.text)
    )


def _recommended(block: Block) -> Iterator[Reading]:
    """The journal, year, pages and DOI in a citation that a paper recommends for itself."""
    text = block.text.slice(0, _LONGEST)
    italic = next(
        (r for r in text.runs_of(Markup.ITALIC) if r.end - r.start >= _SHORTEST_JOURNAL), None
    )
    if italic is not None:
        yield _reading(TextVariable.CONTAINER_TITLE, text, italic.start, italic.end)
        numbers = _VOLUME_NUMBER.match(text.text[italic.end :])
        for group, variable in ((1, NumberVariable.VOLUME), (2, NumberVariable.ISSUE)):
            if numbers:
                start = italic.end + numbers.start(group)
                yield _reading(variable, text, start, italic.end + numbers.end(group))
    year = _YEAR.search(text.text)
    if year:
        span = Span(year.start(1), year.end(1))
        yield Reading(DateVariable.ISSUED, parse_date(year[1]), text, span)
        pages = _PAGES.search(text.text, year.end())
        if pages:
            yield _reading(NumberVariable.PAGE, text, pages.start(1), pages.end(1))
    doi = _DOI.search(text.text)
    if doi:
        yield _reading(TextVariable.DOI, text, doi.start(), doi.end())


def _reading(variable: Variable, text: TracedText, start: int, end: int) -> Reading:
    return Reading(variable, text.text[start:end], text, Span(start, end))
