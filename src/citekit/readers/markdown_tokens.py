"""The tokens that a paragraph of Markdown is cut into, and what they come to."""

from dataclasses import dataclass

from citekit.model.spans import Markup, TracedText
from citekit.readers.markdown_emphasis import Delimiter, match_delimiters
from citekit.readers.tracing import TracedBuilder


@dataclass(slots=True)
class Opening:
    """The start of a stretch of markup, ``live`` once its end is found."""

    markup: Markup
    target: str = ""
    live: bool = False
    at: int = 0

    def closed(self) -> "Closing":
        """The end of this markup, found where it is put."""
        self.live = True
        return Closing(self)


@dataclass(slots=True)
class Closing:
    """The end of the markup that ``opener`` opened."""

    opener: Opening


@dataclass(frozen=True, slots=True)
class Kept:
    """Text of the paragraph as it stands."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Given:
    """Text that stands for what begins at ``at``: an entity; at -1 it stands for nothing."""

    text: str
    at: int


Token = Opening | Closing | Kept | Given | Delimiter


def render_tokens(base: TracedText, tokens: list[Token]) -> TracedText:
    """The text that ``tokens`` leave of ``base``, with the markup they set.

    Emphasis is paired here; markup that was never closed is left out, and so is a link within
    a link.
    """
    builder = TracedBuilder(base.text)
    delimiters = [token for token in tokens if isinstance(token, Delimiter)]
    match_delimiters(base.text, delimiters)
    starts: dict[int, int] = {}
    links = 0
    for token in tokens:
        match token:
            case Kept(start, end):
                builder.add(start, end)
            case Given(text, at) if at < 0:
                builder.supply(text)
            case Given(text, at):
                builder.put(text, at)
            case Opening():
                token.at = builder.length
                links += token.live and token.markup is Markup.LINK
            case Closing(opener):
                is_link = opener.markup is Markup.LINK
                links -= is_link
                if not (is_link and (links or not opener.target)):
                    builder.mark(opener.at, builder.length, opener.markup, opener.target)
            case Delimiter():
                _render_delimiter(builder, token, starts)
    return builder.build(base.pieces)


def _render_delimiter(builder: TracedBuilder, token: Delimiter, starts: dict[int, int]) -> None:
    for emphasis in token.closes:
        markup = Markup.BOLD if emphasis.strong else Markup.ITALIC
        builder.mark(starts[emphasis.number], builder.length, markup)
    if token.shown:
        builder.add(token.start, token.start + token.shown)
    for emphasis in token.opens:
        starts[emphasis.number] = builder.length
