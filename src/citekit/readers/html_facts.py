"""Which elements of a page of HTML may say what the page is: who wrote it, when, its title."""

import re

from citekit.readers.html_elements import Element

_NAMES = frozenset({"meta", "link", "time", "h1", "h2", "title"})
_ATTRIBUTES = re.compile(
    r"itemprop|rel\s*=|byline|author|date|publish|headline|title|\btime"
    r"|/(?:profile|people|contributor|columnist|staff|autor|auteur)",
    re.IGNORECASE,
)
# Attributes that go on for longer hold data for scripts.
_LONGEST_ATTRIBUTES = 500


def may_describe(element: Element) -> bool:
    """Whether ``element`` may describe the page, by its name or its attributes."""
    if element.name in _NAMES:
        return True
    source = element.source
    return bool(source and _ATTRIBUTES.search(source[:_LONGEST_ATTRIBUTES]))
