"""A paragraph of a markup language under construction, with what it cites by key."""

from dataclasses import dataclass, field, replace

from citekit.model.live_citation import LiveCitation, LiveCite
from citekit.model.spans import Markup, MarkupRun, Span, TracedText
from citekit.readers.bare_urls import find_bare_urls
from citekit.readers.tracing import TracedBuilder, clean


@dataclass(slots=True)
class SourceParagraph:
    """Text taken from ``source`` stretch by stretch; offsets given to the methods count there.

    ``live`` are the citations so far; each stays in the text as it is written.
    """

    source: str
    builder: TracedBuilder = field(init=False)
    live: list[LiveCitation] = field(default_factory=list)
    start: int = -1
    end: int = -1

    def __post_init__(self) -> None:
        self.builder = TracedBuilder(self.source)

    @property
    def length(self) -> int:
        """The number of characters so far."""
        return self.builder.length

    def add(self, start: int, end: int) -> None:
        """Append a stretch as it stands, white space cleaned."""
        if start < end:
            self.builder.add(start, end)
            self.reach(end)

    def put(self, text: str, start: int, end: int) -> None:
        """Append ``text``, the meaning of what stands from ``start`` to ``end``."""
        self.builder.put(text, start)
        self.reach(end)

    def supply(self, text: str) -> None:
        """Append ``text`` that has no place in the file."""
        self.builder.supply(text)

    def reach(self, end: int) -> None:
        """Count all up to ``end`` to the paragraph, though it prints nothing.

        Before the first character that shows, nothing counts.
        """
        if self.start < 0:
            if not self.builder.length:
                return
            self.start = self.builder.first_source
        self.end = max(self.end, end)

    def mark(self, since: int, markup: Markup, target: str = "") -> None:
        """Set the markup of all that was appended since the text had the length ``since``."""
        self.builder.mark(since, self.builder.length, markup, target)

    def cite(self, start: int, end: int, cites: tuple[LiveCite, ...]) -> None:
        """Append a citation that stands from ``start`` to ``end``."""
        self.add(start, end)
        self.live.append(LiveCitation(clean(self.source, start, end), cites))

    def build(self) -> TracedText:
        """The text, made from one stretch of the source; its addresses are links."""
        if self.start < 0:
            return TracedText("")
        end = self.end
        while end > self.start and self.source[end - 1].isspace():
            end -= 1
        built = self.builder.build((Span(self.start, end),))
        return replace(built, runs=_with_addresses(built)) if "://" in built.text else built


def _with_addresses(text: TracedText) -> tuple[MarkupRun, ...]:
    """The runs of ``text``, with one for each address that is in no link yet."""
    taken = [run for run in text.runs if run.markup is Markup.LINK]
    found: list[MarkupRun] = []
    index = 0
    for url in find_bare_urls(text.text):
        while index < len(taken) and taken[index].end <= url.start:
            index += 1
        if index == len(taken) or taken[index].start >= url.end:
            found.append(MarkupRun(url.start, url.end, Markup.LINK, url.target))
    return tuple(sorted((*text.runs, *found), key=lambda run: (run.start, -run.end)))
