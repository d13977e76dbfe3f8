"""The works of a note, each with the words before and after it."""

import re
from dataclasses import dataclass, replace

from citekit.model.spans import Markup, TracedText
from citekit.refparser.signals import find_lead_in
from citekit.refparser.works import Part, split_works

# The conjunction that joins a work to the one before it.
_JOINT = re.compile(r"\s*(?:and|und|sowie|et|y|e)\s+(?=[^\W\d_a-z])")


@dataclass(frozen=True, slots=True)
class NoteWork:
    """One work of a passage: its own text and what stands before and after it."""

    text: TracedText
    start: int
    prefix: str = ""
    suffix: str = ""


def emphasis_of(text: TracedText) -> tuple[tuple[int, int], ...]:
    """The stretches of ``text`` in italics."""
    return tuple((run.start, run.end) for run in text.runs_of(Markup.ITALIC))


def works_of(text: TracedText) -> list[NoteWork]:
    """The works of a note; commentary goes before the first or after the one it follows."""
    parts = split_works(text.text, emphasis_of(text))
    works: list[NoteWork] = []
    prefix = ""
    for part in parts:
        if part.is_work:
            works.append(_work(text, part, prefix))
            prefix = ""
        elif works:
            words = joined(works[-1].suffix, text.text[part.start : part.end])
            works[-1] = replace(works[-1], suffix=words)
        else:
            prefix = joined(prefix, text.text[part.start : part.end])
    return works


def _work(text: TracedText, part: Part, prefix: str) -> NoteWork:
    piece = text.slice(part.start, part.end)
    lead = find_lead_in(piece.text, emphasis_of(piece)).end
    if part.start and not lead:
        joint = _JOINT.match(piece.text)
        lead = joint.end() if joint else 0
    prefix = joined(prefix, piece.text[:lead])
    inner = piece.slice(lead, len(piece.text))
    start = part.start + lead + len(inner.text) - len(inner.text.lstrip())
    return NoteWork(inner.strip(), start, prefix)


def joined(first: str, second: str) -> str:
    """Both texts with one blank between them, and single blanks within."""
    return " ".join(f"{first} {second}".split())
