r"""What a LaTeX document says of itself: title, authors, date, journal.

Source: LaTeX2e, "\maketitle"; the classes of KOMA-Script, Elsevier and ACM.
"""

import re

from citekit.model.spans import Span, TracedText
from citekit.readers.declared import Declares
from citekit.readers.latex.command import Command
from citekit.readers.latex.story import LatexStory, Sink
from citekit.readers.latex.symbols import plain_text
from citekit.text.data import load_mapping

_TITLE, _DECLARED, _PROPERTY = 10, 10, 30
_TODAY = re.compile(r"\\(?:today|DTMtoday)(?![A-Za-z])")
_PROPERTIES = re.compile(r"pdf(title|author)\s*=\s*\{((?:[^{}]|\{[^{}]*\}){1,1000})\}")
_LANGUAGE = re.compile(
    r"\\usepackage\s*\[([^\]]{1,500})\]\s*\{babel\}"
    r"|\\set(?:main|default)language\s*(?:\[[^\]]{0,200}\])?\s*\{(\w+)\}"
)
# Marks of affiliation behind a name, and what joins names on one line.
_MARKS = re.compile(r"\$[^$]{0,40}\$|[*†‡§¶‖]+")
_NAMES = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|und|et|y|e)\s+|\s*[;·]\s*")
_SUBTITLE = "title-short"
_PREAMBLE = 50_000
_LONGEST_NAME = 80
_MOST_CUTS = 300


def read_front(story: LatexStory, command: Command) -> int:
    r"""Read a command such as ``\title``; its argument is none of the text."""
    group = story.arguments.group(story.arguments.skip(command.end, "["))
    if group is None:
        return command.end
    kind = load_mapping("citekit.readers.latex", "commands", "metadata")[command.name]
    if kind == Declares.ISSUED and _TODAY.search(story.text, group.start, group.end):
        return group.after
    sink = story.open_sink()

    def close(_at: int) -> None:
        _declare(story, kind, sink, story.close_sink(sink))

    story.open_braces(group.end, close)
    return group.start


def _declare(story: LatexStory, kind: str, sink: Sink, text: TracedText) -> None:
    if not text.text:
        return
    if kind == Declares.AUTHOR:
        for name in _authors(sink, text):
            story.declare(Declares.AUTHOR, name.text, Span(name.start, name.end), _DECLARED)
        return
    span = Span(text.start, text.end)
    if kind == _SUBTITLE:
        story.subtitle = text.text
    elif kind == Declares.TITLE and story.declares(Declares.TITLE):
        return  # the first is that of the document, the next are of its parts
    else:
        story.declare(Declares(kind), text.text, span, _TITLE)


def _authors(sink: Sink, text: TracedText) -> list[TracedText]:
    r"""The names in ``\author``: those that ``\and`` parts, each without its affiliation."""
    found: list[TracedText] = []
    at, stop = 0, -1
    for cut, kind in (*sink.cuts[:_MOST_CUTS], (len(text.text), "name")):
        if kind == "line":
            stop = cut if stop < 0 else stop
            continue
        found += _names(text.slice(at, cut if stop < 0 else stop))
        at, stop = cut, -1
    return found


def _names(text: TracedText) -> list[TracedText]:
    names: list[TracedText] = []
    at = 0
    for match in (*_NAMES.finditer(text.text), None):
        name = text.slice(at, match.start() if match else len(text.text))
        mark = _MARKS.search(name.text)
        name = (name.slice(0, mark.start()) if mark else name).strip()
        if name.text and len(name.text) <= _LONGEST_NAME:
            names.append(name)
        at = match.end() if match else at
    return names


def finish_front(story: LatexStory) -> None:
    """Declare what the packages say: the properties of the PDF, and the language."""
    for match in _PROPERTIES.finditer(story.text, 0, _PREAMBLE):
        value = plain_text(match[2], story.definitions.printed)
        kind = Declares.TITLE if match[1] == "title" else Declares.AUTHOR
        if not story.declares(kind):
            for part in [value] if kind is Declares.TITLE else _NAMES.split(value):
                story.declare(kind, part.strip(), Span(*match.span(2)), _PROPERTY)
    if story.subtitle:
        story.add_subtitle()
    language = _LANGUAGE.search(story.text, 0, _PREAMBLE)
    tags = load_mapping("citekit.readers.latex", "commands", "languages")
    if language and story.declared:
        options = [option.strip() for option in (language[1] or language[2]).split(",")]
        main = next((option[5:] for option in options if option.startswith("main=")), options[-1])
        span = Span(*language.span(1 if language[1] else 2))
        story.declare(Declares.LANGUAGE, tags.get(main, ""), span, _PROPERTY)
    if story.declared:
        story.declare(Declares.TYPE, _type(story), Span(0, 0), _DECLARED)


def _type(story: LatexStory) -> str:
    if story.declares(Declares.CONTAINER):
        return "article-journal"
    return "document"
