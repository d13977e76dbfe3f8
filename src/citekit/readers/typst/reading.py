"""Reading Typst: the text as it is set, its notes, and its citations by key.

What code computes is not known: variables and the results of functions are left out, and what
rules and definitions hold is not printed. What is given to a call as content is text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from citekit.model.diagnostic import Diagnostic, Severity
from citekit.model.document import Document, DocumentFormat
from citekit.model.live_citation import LiveCitation
from citekit.model.spans import Span
from citekit.readers.decoding import Decoded
from citekit.readers.limits import is_overfull, overfull
from citekit.readers.positions import position_of
from citekit.readers.results import ReadResult
from citekit.readers.sniffed import score_signs
from citekit.readers.source_bibliographies import typst_bibliographies
from citekit.readers.typst.code_signs import CLOSERS
from citekit.readers.typst.metadata import read_typst_metadata
from citekit.readers.typst.scan import TypstScan
from citekit.readers.typst.scanning import finish_scan, run_scan

_SUFFIXES = frozenset({".typ"})
_SIGNS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        r"^[ \t]*\#set (?:document|page|text|par|heading|bibliography|cite)\(",
        r"^[ \t]*\#(?:show(?: [\w.]+)?:|import \"@)",
        r"^[ \t]*\#let [\w-]+(?:\(|\s*=)",
        r"\#(?:footnote|quote|figure|emph|strong|link|super)[\[(]",
        r"\#(?:bibliography\(\"|cite\(<)",
    )
)
# A sign costs some three microseconds; a book of 1,000 pages has some 200,000.
_MOST_STEPS = 1_000_000
# So many brackets that nothing closes are taken for text; after that the rest is kept as it stands.
_MOST_READINGS = 4


def score_typst(head: str, suffix: str) -> float:
    """How sure it is that ``head`` is Typst: by its suffix, else by several signs of its own."""
    return score_signs(head, suffix, _SUFFIXES, _SIGNS)


def read_typst(decoded: Decoded, path: str) -> ReadResult:
    """The document in Typst, as far as it can be told without running it.

    Citations (``@key[p. 7]``, ``#cite(<key>)``) stay in the text as they are written; a reference
    to a label of the document is none. A bracket that is never closed is text, with a finding.

    Source: the reference of Typst, "Syntax", "footnote", "ref", "cite", "quote".
    """
    text = decoded.text
    scan = _scan(text)
    body = scan.printed.body
    body.live = [live for live in body.live if not _is_cross_reference(live, scan)]
    notes = scan.printed.numbered_notes()
    metadata = read_typst_metadata(text, path)
    document = body.document(decoded, path, DocumentFormat.TYPST, notes, metadata)
    document = replace(document, bibliographies=typst_bibliographies(text, path))
    return ReadResult(document, tuple(_diagnostics(document, scan)))


def _diagnostics(document: Document, scan: TypstScan) -> Iterator[Diagnostic]:
    if scan.dead:
        at = min(scan.dead)
        bracket = document.text[at]
        count = f" ({len(scan.dead)} of them)" if len(scan.dead) > 1 else ""
        place = position_of(document.text, at)
        yield Diagnostic(
            "READ014",
            Severity.WARNING,
            f"{bracket!r} is never closed and was read as text{count}",
            f"Write the {CLOSERS[bracket]!r} that belongs to it.",
            document.path,
            Span(at, at + 1),
            line=place.line,
            column=place.column,
        )
    if scan.position < scan.stop and not is_overfull(document):
        yield overfull(document.path)


def _is_cross_reference(live: LiveCitation, scan: TypstScan) -> bool:
    is_reference = live.text.text.startswith("@")
    return is_reference and all(cite.key in scan.labels for cite in live.cites)


def _scan(text: str) -> TypstScan:
    """The reading of ``text``; it is read again where a bracket or a label calls for it.

    What cannot be read in the end, or is more than a document has, is kept as it stands.
    """
    dead: frozenset[int] = frozenset()
    scan = TypstScan(text, len(text), _MOST_STEPS)
    run_scan(scan)
    for _ in range(_MOST_READINGS):
        unclosed = _unclosed(scan)
        called = scan.found_footnotes & scan.referenced
        if scan.position < len(text) or (unclosed < 0 and called <= scan.footnotes):
            break
        dead |= {frame.start for frame in scan.frames if frame.closer}
        scan = TypstScan(text, len(text), scan.steps, dead, scan.footnotes | called)
        run_scan(scan)
    unclosed = _unclosed(scan)
    if scan.position == len(text) and unclosed >= 0:
        scan = TypstScan(text, unclosed, scan.steps, dead, scan.footnotes)
        run_scan(scan)
    finish_scan(scan)
    scan.printed.body.add_rest(scan.position)
    return scan


def _unclosed(scan: TypstScan) -> int:
    """Where the first bracket stands that nothing closed, -1 without one."""
    return next((frame.start for frame in scan.frames if frame.closer), -1)
