"""Addresses that stand in running text without any markup."""

import re
from dataclasses import dataclass

_URL = re.compile(
    r"(?<![\w/@])(?:https?://|ftp://|www\.(?=[\w-]+\.))[^\s<>\"“”«»`\x00-\x1f]{1,2000}"
)
_TAIL = ".,;:!?'’)]}*_~|\\"
_PARTNERS = {")": "(", "]": "[", "}": "{"}


@dataclass(frozen=True, slots=True)
class BareUrl:
    """An address at ``start`` to ``end`` in a text, and where it leads."""

    start: int
    end: int
    target: str


def find_bare_urls(text: str, start: int = 0, end: int | None = None) -> tuple[BareUrl, ...]:
    """The addresses in ``text``, in order, without the punctuation that ends their sentence.

    A closing bracket belongs to an address that opened it.
    """
    stop = len(text) if end is None else end
    return tuple(
        url_at(text, match.start(), match.end()) for match in _URL.finditer(text, start, stop)
    )


def url_at(text: str, start: int, end: int) -> BareUrl:
    """The address that begins at ``start`` and ends, punctuation aside, before ``end``."""
    stop = end
    surplus = {
        close: text.count(close, start, end) - text.count(opened, start, end)
        for close, opened in _PARTNERS.items()
    }
    while stop > start and text[stop - 1] in _TAIL:
        last = text[stop - 1]
        if last in surplus:
            if surplus[last] <= 0:
                break
            surplus[last] -= 1
        stop -= 1
    url = text[start:stop]
    target = url if "://" in url else f"http://{url}"
    return BareUrl(start, stop, target)
