"""Cites of a work by the author's own key, with the locator that is written beside it."""

import re

from citekit.fields.pages import parse_locator
from citekit.model.live_citation import LiveCite

_BARE = re.compile(r"[0-9]+[a-z]?(?:\s?[-–—]{1,3}\s?[0-9]+[a-z]?)?(?:,\s?[0-9]+(?:[-–—][0-9]+)?)*")
_EDGES = " \t\r\n,;"
_LONGEST = 400
# So many commas may stand in a locator and what follows it.
_MOST_CUTS = 6


def key_cite(key: str, prefix: str = "", suffix: str = "") -> LiveCite:
    """The cite of the work that the document calls ``key``, whose data it does not hold.

    ``suffix`` is what is written behind the key: a locator, then other words. A number without a
    word before it is a page.
    """
    prefix = " ".join(prefix.split())
    suffix = " ".join(suffix.strip(_EDGES).split())
    if len(suffix) > _LONGEST:
        return LiveCite("", key=key, prefix=prefix, suffix=suffix)
    cuts = [len(suffix), *(m.start() for m in re.finditer(r"[,;]\s", suffix))][: _MOST_CUTS + 1]
    for cut in sorted(cuts, reverse=True):
        head = suffix[:cut].strip()
        found = parse_locator(head)
        label, locator = (found.label, found.value) if found else ("", "")
        if _BARE.fullmatch(head):
            label, locator = "page", re.sub(r"\s?[-–—]{1,3}\s?", "-", head)
        if locator:
            rest = suffix[cut:].strip(_EDGES)
            return LiveCite("", key=key, locator=locator, label=label, prefix=prefix, suffix=rest)
    return LiveCite("", key=key, prefix=prefix, suffix=suffix)
