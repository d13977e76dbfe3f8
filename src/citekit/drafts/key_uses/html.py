"""The keys that pages of distill cite, in HTML."""

import re
from collections.abc import Iterator

from citekit.drafts.key_uses.gathering import Gathering
from citekit.drafts.key_uses.html_cites import html_cites
from citekit.drafts.key_uses.uses import CitedKeys, KeyNotation
from citekit.drafts.masking import masked
from citekit.model.spans import Span

_OPENER = re.compile(r"<!--|<(?P<tag>script|style|pre|code|textarea)\b[^<>]*>", re.IGNORECASE)
_CLOSER = re.compile(r"-->|</(?P<tag>script|style|pre|code|textarea)\s*>", re.IGNORECASE)
_BIBLIOGRAPHY = re.compile(
    r"<(?:d-bibliography|dt-bibliography)\b[^<>]*?\bsrc\s*=\s*[\"'](?P<src>[^\"'<>]+)",
    re.IGNORECASE,
)
_ENTRY = re.compile(
    r"@(?!comment|string|preamble)[A-Za-z]+\s*\{\s*(?P<key>[^\s,{}]+)\s*,", re.IGNORECASE
)
_IS_BIBTEX = re.compile(r"text/bibliography|text/bibtex", re.IGNORECASE)
_ID = re.compile(r"\bid\s*=\s*[\"']([^\"'<>]+)[\"']")


def read_html_keys(text: str, path: str) -> CitedKeys:
    """What a page cites by ``<d-cite key="a,b">``, ``<dt-cite>`` and ``<cite data-cite="a">``.

    Comments, code and scripts are passed over, but for the BibTeX in a script of the type
    ``text/bibliography``.

    Source: the guide of distill, "Citations".
    """
    del path
    gathering = Gathering()
    shown = masked(text, _hidden(text, gathering))
    for use in html_cites(shown):
        gathering.add(use)
    for match in _BIBLIOGRAPHY.finditer(shown):
        gathering.add_bibliography(match["src"], match.start("src"))
    gathering.defined_ids |= {match[1] for match in _ID.finditer(shown)}
    return gathering.cited_keys()


def _hidden(text: str, gathering: Gathering) -> Iterator[Span]:
    """Comments, code and scripts; the entries of BibTeX among them are taken in."""
    ends: dict[str, list[int]] = {}
    for match in _CLOSER.finditer(text):
        ends.setdefault((match["tag"] or "").lower(), []).append(match.start())
    for places in ends.values():
        places.reverse()
    at = 0
    while opener := _OPENER.search(text, at):
        at = opener.end()
        waiting = ends.get((opener["tag"] or "").lower(), [])
        while waiting and waiting[-1] < at:
            waiting.pop()
        if not waiting:
            continue
        if _IS_BIBTEX.search(opener[0]):
            for entry in _ENTRY.finditer(text, at, waiting[-1]):
                gathering.add_entry(
                    entry["key"], Span(*entry.span("key")), Span(*entry.span()), KeyNotation.BIBTEX
                )
        yield Span(at, waiting[-1])
        at = waiting[-1]
