"""Tags of HTML within a paragraph of Markdown: markup that they set, space that they stand for."""

import re
from dataclasses import dataclass, field
from html import unescape

from citekit.model.spans import Markup
from citekit.readers.markdown_tokens import Given, Opening, Token

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:\s[^<>]{0,1000})?)/?>")
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_MARKUP = {
    "i": Markup.ITALIC,
    "em": Markup.ITALIC,
    "cite": Markup.ITALIC,
    "b": Markup.BOLD,
    "strong": Markup.BOLD,
    "sup": Markup.SUPERSCRIPT,
    "sub": Markup.SUBSCRIPT,
    "a": Markup.LINK,
}
_SPACING = frozenset({"br", "p", "li", "td", "th", "tr", "div", "hr", "dd", "dt", "h1", "h2"})


def tag_at(text: str, start: int) -> re.Match[str] | None:
    """The tag that stands at ``start``, for ``OpenTags.take``."""
    return _TAG.match(text, start)


@dataclass(slots=True)
class OpenTags:
    """The tags of a paragraph that set markup and are not closed yet, the last of each name."""

    _openings: dict[str, Opening] = field(default_factory=dict)

    def take(self, tag: re.Match[str]) -> tuple[Token, ...]:
        """What ``tag`` comes to."""
        name = tag[2].lower()
        space = (Given(" ", -1),) if name in _SPACING else ()
        markup = _MARKUP.get(name)
        if markup is None:
            return space
        if tag[1]:
            opening = self._openings.pop(name, None)
            return (opening.closed(),) if opening is not None else ()
        href = _HREF.search(tag[3]) if markup is Markup.LINK else None
        target = unescape(href[1] or href[2] or href[3] or "") if href else ""
        self._openings[name] = Opening(markup, target)
        return (self._openings[name],)
