"""What a document says of itself: its title, authors, site, date and kind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from citekit.fields.names import parse_names
from citekit.finder.bylines import Byline, find_bylines, find_institution
from citekit.finder.cues import cue_words, folded
from citekit.finder.front_matter import find_front_matter
from citekit.finder.page_dates import find_page_dates
from citekit.finder.page_head import HeadLine, head_lines
from citekit.finder.page_reading import Reading, passages_of, reference_of
from citekit.finder.page_type import find_page_type
from citekit.finder.prose import LONGEST_BLOCK, count_words, is_sentence
from citekit.finder.scholarly import is_scholarly
from citekit.finder.titles import find_title, kicker_name, site_bar, title_span
from citekit.model.citation import Passage
from citekit.model.diagnostic import Diagnostic
from citekit.model.document import BlockKind, Document, Zone
from citekit.model.reference import Reference
from citekit.model.spans import Span
from citekit.model.variables import DateVariable, NameVariable, NumberVariable, TextVariable
from citekit.text.language import guess_language

_SAMPLE = 2000
_SENTENCE_WORDS = 8


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """The document as a work of its own.

    ``passages`` are the lines that values were read from, with their labels; a value that the
    format declares has none.
    """

    reference: Reference
    passages: tuple[Passage, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def find_page_metadata(document: Document, whole: Document | None = None) -> PageMetadata:
    """What ``document`` says of itself, declared by its format or read off the page.

    Declared values stand. The rest is read from the lines above the text and from the boxes
    around it: no author, site or date rather than a guess. ``whole`` is the document with its
    notes and bibliography, where ``document`` comes without them: they tell a paper, and help
    to tell the language.
    """
    scholarly = is_scholarly(whole or document)
    lines = head_lines(document)
    title = _title_line(document, lines)
    bylines = find_bylines(lines, title, scholarly=scholarly)
    readings = [*_titles(lines, title), *_authors(bylines), *_sites(lines, title)]
    if scholarly:
        readings += find_front_matter(document, lines, title)
    readings += find_page_dates(document, lines, bylines, scholarly=scholarly)
    readings += _genres(lines)
    if scholarly and not any(r.variable is TextVariable.CONTAINER_TITLE for r in readings):
        readings += _publishers(lines, bylines)
    readings = [r for r in readings if _agrees(r, document.metadata)]
    reference = reference_of(document, readings)
    reference = replace(reference, type=find_page_type(document, reference, scholarly=scholarly))
    language = reference.text(TextVariable.LANGUAGE) or guess_language(_sample(whole or document))
    if language:
        texts = {**reference.texts, TextVariable.LANGUAGE: language}
        reference = replace(reference, texts=texts)
    return PageMetadata(reference, passages_of(readings))


def _title_line(document: Document, lines: Sequence[HeadLine]) -> int:
    """The index of the line with the title; a declared title must stand there as it is."""
    declared = folded(document.metadata.title)
    if not declared:
        return find_title(lines)
    return next((i for i, line in enumerate(lines) if line.folded == declared), -1)


def _agrees(reading: Reading, declared: Reference) -> bool:
    """Whether a reading says nothing against what the format declares."""
    match reading.variable:
        case TextVariable() as text if text in declared.texts:
            return folded(declared.texts[text]) == folded(str(reading.value))
        case DateVariable() as date if date in declared.dates:
            return declared.dates[date] == reading.value
        case NameVariable() as name if name in declared.names:
            return reading.value in declared.names[name]
        case NumberVariable() as number if number in declared.numbers:
            return declared.numbers[number] == reading.value
        case _:
            return True


def _titles(lines: Sequence[HeadLine], title: int) -> Iterator[Reading]:
    """The title, once for every line that repeats it."""
    if title < 0:
        return
    for line in lines:
        if line.folded == lines[title].folded:
            span = title_span(line.text)
            text = line.text.text[span.start : span.end]
            yield Reading(TextVariable.TITLE, " ".join(text.split()), line.text, span)


def _authors(bylines: Sequence[Byline]) -> Iterator[Reading]:
    for byline in bylines:
        for span in byline.names:
            text = byline.line.text[span.start : span.end]
            # Capitals alone would be read as initials.
            for name in parse_names(text.title() if text.isupper() else text)[:1]:
                yield Reading(NameVariable.AUTHOR, name, byline.line, span)


def _sites(lines: Sequence[HeadLine], title: int) -> Iterator[Reading]:
    """The site or series: named right above the title, or behind a bar at its end."""
    if title < 0:
        return
    for line in lines[:title]:
        span = kicker_name(line)
        if span is not None:
            name = line.text.text[span.start : span.end]
            yield Reading(TextVariable.CONTAINER_TITLE, name, line.text, span)
    line = lines[title]
    bar = site_bar(line.text.text)
    name = line.text.text[bar.end :].strip() if bar else ""
    if bar and name:
        span = Span(bar.end, bar.end + len(name))
        yield Reading(TextVariable.CONTAINER_TITLE, name, line.text, span)


def _genres(lines: Sequence[HeadLine]) -> Iterator[Reading]:
    for line in lines:
        if not line.level and line.folded in cue_words("page", "genres"):
            text = line.text.text
            yield Reading(TextVariable.GENRE, text, line.text, Span(0, len(text)))


def _publishers(lines: Sequence[HeadLine], bylines: Sequence[Byline]) -> Iterator[Reading]:
    institution = find_institution(lines, bylines)
    if institution is not None:
        span = Span(0, len(institution.text))
        yield Reading(TextVariable.PUBLISHER, institution.text, institution, span)


def _sample(document: Document) -> str:
    """Sentences of the article, enough to tell its language."""
    parts: list[str] = []
    length = 0
    for block in document.blocks:
        text = block.text.text[:LONGEST_BLOCK]
        if block.zone is not Zone.ARTICLE or block.kind is BlockKind.CODE:
            continue
        if count_words(text[:_SAMPLE]) < _SENTENCE_WORDS or not is_sentence(text):
            continue
        parts.append(text[:_SAMPLE])
        length += len(parts[-1])
        if length >= _SAMPLE:
            break
    return "\n".join(parts)
