"""Citations in attributes of HTML: those of notebooks, ``<cite data-cite="key">``."""

import re
from collections.abc import Iterator

from citekit.drafts.key_uses.uses import KeyNotation, KeyUse
from citekit.model.spans import Span

_CITE = re.compile(
    r"""<(?P<name>cite|d-cite|dt-cite)\s[^<>]*?\b(?P<attribute>data-cite|key|bibtex-key)\s*=\s*
        (?:"(?P<double>[^"<>]*)"|'(?P<single>[^'<>]*)'|(?P<bare>[^\s"'<>]+))""",
    re.VERBOSE | re.IGNORECASE,
)
_KEY = re.compile(r"[^\s,;]+")


def data_cites(text: str) -> Iterator[KeyUse]:
    """The keys in ``data-cite`` of the elements ``cite`` in ``text``."""
    return (use for use in html_cites(text) if use.command == "cite")


def html_cites(text: str) -> Iterator[KeyUse]:
    """The keys of the elements ``cite``, ``d-cite`` and ``dt-cite`` in ``text``."""
    for match in _CITE.finditer(text):
        if (match["name"].lower() == "cite") is not (match["attribute"].lower() == "data-cite"):
            continue
        group = Span(match.start(), _tag_end(text, match.end()))
        start, end = match.span(match.lastgroup or 0)
        for key in _KEY.finditer(text, start, end):
            yield KeyUse(
                key[0],
                Span(*key.span()),
                group,
                match["name"].lower(),
                notation=KeyNotation.ATTRIBUTE,
            )


_REST = re.compile(r"[^<>]*>")


def _tag_end(text: str, at: int) -> int:
    rest = _REST.match(text, at)
    return rest.end() if rest else at
