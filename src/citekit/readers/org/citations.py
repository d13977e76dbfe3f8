r"""The citations of Org: its own, those of org-ref, and commands of LaTeX.

Source: the manual of Org, "Citations"; that of org-ref, for versions 2 and 3.
"""

import re
from collections.abc import Iterator

from citekit.model.live_citation import LiveCite
from citekit.readers.key_cites import key_cite

ORG_CITE = re.compile(r"\[cite(?:/[\w/-]{0,40})?:", re.IGNORECASE)
"""How a citation of Org begins."""
REF_LINK = re.compile(r"(?<![\w@\\:&])[A-Za-z]{0,20}[cC]ite[A-Za-z]{0,20}\*?:(?=[\w&*])")
"""How a citation of org-ref begins, in brackets or bare."""
LATEX_CITE = re.compile(
    r"\\[A-Za-z]{0,20}[cC]ite[A-Za-z]{0,20}\*?"
    r"(?P<one>\[[^\[\]\r\n]{0,200}\])?(?P<two>\[[^\[\]\r\n]{0,200}\])?\{(?P<keys>[^{}\\]{1,1000})\}"
)
"""A citation by a command of LaTeX."""
_KEY = re.compile(r"@(?P<key>[-.:?!`'/*@+|(){}<>&^$#%~\w]+)")
_NAMED = re.compile(r"&(?P<key>[^\s,;&\[\]]+)")
BARE_KEYS = re.compile(
    r"&?\w(?:[\w:./+-]{0,200}\w)?(?:[,;](?=[\w*&])&?\w(?:[\w:./+-]{0,200}\w)?){0,100}|\*"
)
"""The keys of a bare citation of org-ref."""


def org_cites(body: str) -> tuple[LiveCite, ...]:
    """The cites in what stands between ``[cite:`` and its bracket.

    What stands before the first key and a semicolon goes to the first cite, what stands after the
    last one to the last.
    """
    return _parted(body, _KEY)


def link_cites(body: str, note: str = "") -> tuple[LiveCite, ...]:
    """The cites of a link of org-ref; ``note`` is its description, version 2's "see::p. 3"."""
    if "&" in body:
        return _parted(body, _NAMED)
    before, parted, after = note.partition("::")
    prefix, suffix = (before, after) if parted else ("", note)
    return _keyed(body, prefix, suffix)


def latex_cites(match: re.Match[str]) -> tuple[LiveCite, ...]:
    """The cites of a match of ``LATEX_CITE``."""
    one, two = (match["one"] or "")[1:-1], (match["two"] or "")[1:-1]
    prefix, suffix = (one, two) if match["two"] is not None else ("", one)
    return _keyed(match["keys"], prefix, suffix)


def _keyed(keys: str, prefix: str, suffix: str) -> tuple[LiveCite, ...]:
    names = [name.strip() for name in keys.split(",") if name.strip()]
    last = len(names) - 1
    return tuple(
        key_cite(name, prefix if index == 0 else "", suffix if index == last else "")
        for index, name in enumerate(names)
    )


def _parted(body: str, pattern: re.Pattern[str]) -> tuple[LiveCite, ...]:
    parts = body.split(";")
    found = [pattern.search(part) for part in parts]
    keyed = [index for index, match in enumerate(found) if match]
    return tuple(_cites(parts, found, keyed))


def _cites(
    parts: list[str], found: list[re.Match[str] | None], keyed: list[int]
) -> Iterator[LiveCite]:
    for index in keyed:
        match, part = found[index], parts[index]
        if match is None:
            continue
        before, after = [part[: match.start()]], [part[match.end() :]]
        if index == keyed[0]:
            before = [*parts[:index], *before]
        if index == keyed[-1]:
            after += parts[index + 1 :]
        yield key_cite(match["key"], " ".join(before), "; ".join(filter(str.strip, after)))
