"""The seed paper in the formats that people write in: its notes made real, then converted."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from gold_data import SEEDS

from citekit.finder.finding import Findings, find
from citekit.model.citation import CitationKind, Passage
from citekit.model.document import BlockKind
from citekit.model.spans import Span
from citekit.readers.reading import read_path

_MARK = re.compile(r"<sup>(\d+)</sup>")
_RAISED = re.compile(r"<sup>(\w+)</sup>")
_ADDRESS = re.compile(r"<(https?://[^<>]*)>")
_KINDS = frozenset({CitationKind.FOOTNOTE, CitationKind.BIBLIOGRAPHY_ENTRY})


def pandoc() -> str:
    """The program named in PANDOC or found on the path; the test is skipped without one."""
    program = os.environ.get("PANDOC") or shutil.which("pandoc")
    if not program:
        pytest.skip("no pandoc; install it, or name it in PANDOC, to test conversions")
    return program


def convert_paper(folder: Path, suffix: str) -> Path:
    """The seed paper in ``folder`` in the format of ``suffix``."""
    source, target = folder / "paper.md", folder / f"paper{suffix}"
    source.write_text(paper_markdown(), "utf-8")
    extensions = "markdown-smart-raw_html-tex_math_dollars-citations"
    command = [pandoc(), "--from", extensions, "--standalone", "--metadata", "pagetitle=paper"]
    subprocess.run([*command, "-o", str(target), str(source)], check=True, capture_output=True)
    return target


def paper_markdown() -> str:
    """The seed paper in pandoc's Markdown: each note whole and defined by its number."""
    findings = find(read_path(next(SEEDS.glob("003_*.txt"))).document)
    return "\n\n".join((*_paragraphs(findings), *_definitions(findings))) + "\n"


def _paragraphs(findings: Findings) -> Iterator[str]:
    text = findings.document.text
    passages = [passage for passage in findings.passages if passage.kind in _KINDS]
    printed: set[int] = set()
    for block in findings.document.blocks:
        held = [p for p in passages if any(_overlap(block.text.pieces[0], s) for s in _spans(p))]
        if block.kind is BlockKind.RULE:
            continue
        if not held:
            piece = block.text.pieces[0]
            yield _markdown(_MARK.sub(r"[^\1]", text[piece.start : piece.end]))
        for passage in held:
            if passage.kind is not CitationKind.FOOTNOTE and passage.text.start not in printed:
                printed.add(passage.text.start)
                yield _markdown(_source(text, passage))


def _definitions(findings: Findings) -> Iterator[str]:
    for passage in findings.passages:
        if passage.kind is CitationKind.FOOTNOTE:
            source = _markdown(_source(findings.document.text, passage))
            yield f"[^{passage.marker}]: {source}"


def _spans(passage: Passage) -> tuple[Span, ...]:
    return passage.text.pieces


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _source(text: str, passage: Passage) -> str:
    return " ".join(text[span.start : span.end] for span in _spans(passage))


def _markdown(source: str) -> str:
    """``source`` without HTML; the brackets around addresses are printed, as the gold has them."""
    return _ADDRESS.sub(r"\<\1\>", _RAISED.sub(r"^\1^", source))
