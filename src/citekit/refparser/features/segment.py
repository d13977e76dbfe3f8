"""The stretch between two separators in which a token stands."""

from collections.abc import Sequence

from citekit.refparser.features.lexicon import classes
from citekit.refparser.features.line import Line

_SEPARATORS = frozenset('.,;:()[]"“”„«»‘’<>?!/。，、：；（）「」『』《》')
# Full stops end abbreviations too, apostrophes and slashes stand within words.
_STRONG = _SEPARATORS - frozenset(".’<>/")
# Classes that characterise the whole stretch, the most telling first.
_TELLING = (
    "in-cue",
    "editor-cue",
    "translator-cue",
    "access-cue",
    "month",
    "season",
    "et-al",
    "edition-cue",
    "thesis-word",
    "publisher-word",
    "journal-word",
    "conference-word",
    "report-word",
    "organisation-word",
    "place",
    "page-cue",
    "volume-cue",
    "issue-cue",
    "lead-in",
    "given",
    "family",
    "journal",
    "publisher",
    "city",
    "name",
    "and-word",
)
_RANK = {label: rank for rank, label in enumerate(_TELLING)}


def segment(line: Line, rows: list[list[str]]) -> None:
    """Adds what is in the stretch, what stands on both sides of it, and its neighbours' kinds.

    Stretches are cut twice: at every separator, and at strong ones only.
    """
    _add(line, rows, _SEPARATORS, "s")
    _add(line, rows, _STRONG, "t")


def _add(line: Line, rows: list[list[str]], separators: frozenset[str], tag: str) -> None:
    spans = _cut(line.words, separators)
    labels = [_labels(line, start, end) for start, end in spans]
    summaries = [
        "^",
        *(_summary(line, span, found) for span, found in zip(spans, labels, strict=True)),
        "$",
    ]
    for i, (start, end) in enumerate(spans):
        shared = [f"{tag}{min(i, 9)}", f"{tag}p{summaries[i]}", f"{tag}q{summaries[i + 2]}"]
        shared += [f"{tag}c{label}" for label in labels[i]]
        shared += _edges(line, start, end, tag)
        for k in range(start, end):
            row = rows[k]
            row += shared
            row.append(f"{tag}d{min(k - start, 4)}{min(end - 1 - k, 4)}")
        if end < len(rows):
            rows[end].append(f"{tag}x{summaries[i + 2]}")
            rows[end].append(f"{tag}y{summaries[i + 1]}{line.words[end]}{summaries[i + 2]}")


def _cut(words: Sequence[str], separators: frozenset[str]) -> list[tuple[int, int]]:
    """The stretches, in tokens, half-open, that have at least one token."""
    ends = [i for i, word in enumerate(words) if word in separators]
    starts = [0, *(end + 1 for end in ends)]
    return [span for span in zip(starts, [*ends, len(words)], strict=True) if span[0] < span[1]]


def _labels(line: Line, start: int, end: int) -> list[str]:
    """The telling classes of the words of a stretch, the most telling first."""
    known = classes()
    found = {label for i in range(start, end) for label in known.get(line.words[i], ())}
    return sorted((label for label in found if label in _RANK), key=_RANK.__getitem__)


def _summary(line: Line, span: tuple[int, int], labels: Sequence[str]) -> str:
    """The kind of the first token, the most telling class, and the size in steps."""
    start, end = span
    return f"{line.kinds[start]}{labels[0] if labels else ''}{(end - start).bit_length()}"


def _edges(line: Line, start: int, end: int, tag: str) -> tuple[str, ...]:
    """The separators on both sides, the first and the last word, the size."""
    words = line.words
    before = words[start - 1] if start else "^"
    after = words[end] if end < len(words) else "$"
    return (
        f"{tag}e{before}{after}",
        f"{tag}f{words[start]}",
        f"{tag}l{words[end - 1]}",
        f"{tag}z{min(end - start, 12)}{line.kinds[start]}{after}",
    )
