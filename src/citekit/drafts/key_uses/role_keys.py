"""The keys in a role of sphinxcontrib-bibtex: ``{see}knuth{p. 3},lamport``."""

import re
from collections.abc import Iterator

from citekit.drafts.key_uses.supplements import with_supplement
from citekit.drafts.key_uses.uses import KeyNotation, KeyUse
from citekit.model.spans import Span

ROLE = r"(?:foot)?cite[a-z]*(?::[a-z]+)?"
"""A pattern for the names of such roles."""
_PART = re.compile(
    r"(?:\{[^{}]*+\})?[ \t\r\n]*(?P<key>[^\s,{}]++)[ \t\r\n]*(?:\{(?P<post>[^{}]*+)\})?"
)


def role_keys(
    text: str, content: Span, group: Span, command: str, notation: KeyNotation
) -> Iterator[KeyUse]:
    """The keys between the backticks of a role, whose content stands in ``text`` at ``content``.

    Source: the manual of sphinxcontrib-bibtex, "Roles and Directives".
    """
    for match in _PART.finditer(text, content.start, content.end):
        use = KeyUse(match["key"], Span(*match.span("key")), group, command, notation=notation)
        yield with_supplement(use, match["post"] or "")
